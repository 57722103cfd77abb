import { closingOn, type DueDate, dayOnWhichItCounts, dueAt as dueAfterStart, hasRunOut } from './due-date'
import { extendedDueDate } from './extension'
import type { OfficeHours, OfficeTime } from './office-hours'
import { pauseClock, resumeClock, type TimeLeftAtPause } from './pause'
import { type CivilDate, shanghaiDayOf, type TimeOfDay, timeOfDayOf } from './shanghai-time'
import type { WorkingCalendar } from './working-calendar'

/** What a running clock is made of: its start, its length, the pauses that have ended, its extension. */
export type RunningClock = {
  startedAt: Date
  workingDays: number
  pauses: { from: Date; to: Date }[]
  extensionWorkingDays: number | null
}

/** A due date by a new calendar; `startsOn` as `dueAt` gives it. */
export type RecomputedDate = DueDate & { startsOn: CivilDate; moved: boolean }

const nothingLeft: TimeLeftAtPause = { wholeWorkingDaysLeft: 0, remainderMinutes: 0 }

/**
 * When a running clock ends once another calendar is in force (DESIGN §4: publishing a calendar recomputes
 * every open deadline).
 *
 * The clock is counted again from its start by both calendars, its pauses and its extension included. Only
 * where the two counts differ does the date move, so a calendar that changes none of the days in question
 * moves nothing, whatever else has changed since. Hours that the office has changed do not reach a running
 * clock either: it keeps the closing time that it was given. Two dates never move: one that has passed, since
 * its consequence is due; and none moves into the past or the rest of a day off, but to the next closing at the
 * earliest, so that whoever must act still can.
 */
export function recomputeDueDate({
  clock,
  dueAt,
  before,
  after,
  opensAt,
  now,
}: {
  clock: RunningClock
  /** As it stands now. */
  dueAt: Date
  before: WorkingCalendar
  after: WorkingCalendar
  /** When the office opens: only a remainder of hours after a pause depends on it. */
  opensAt: TimeOfDay
  now: Date
}): RecomputedDate {
  const hours = hoursOfClock({ dueAt, opensAt })
  const was = countAgain({ clock, calendar: before, hours })
  const is = countAgain({ clock, calendar: after, hours })
  const differs = was.dueAt.getTime() !== is.dueAt.getTime()
  if (!differs || hasRunOut({ dueAt, now })) {
    const { provisional } = closingOn({
      lastDay: shanghaiDayOf(dueAt),
      since: shanghaiDayOf(clock.pauses.at(-1)?.to ?? clock.startedAt),
      calendar: after,
      hours,
    })
    return { startsOn: was.startsOn, dueAt, provisional, moved: false }
  }
  const nextClosing = closingOn({
    lastDay: dayOnWhichItCounts({ instant: now, calendar: after, hours }),
    since: shanghaiDayOf(now),
    calendar: after,
    hours,
  })
  const { dueAt: movedTo, provisional } = is.dueAt < nextClosing.dueAt ? nextClosing : is
  return { startsOn: is.startsOn, dueAt: movedTo, provisional, moved: movedTo.getTime() !== dueAt.getTime() }
}

/** The clock from its start to its end by one calendar. */
function countAgain({
  clock: { startedAt, workingDays, pauses, extensionWorkingDays },
  ...time
}: OfficeTime & { clock: RunningClock }): DueDate & { startsOn: CivilDate } {
  const first = dueAfterStart({ startedAt, workingDays, ...time })
  // Extension before pauses: the order does not matter to the result, and a pause may begin in the extension.
  let due: DueDate = first
  if (extensionWorkingDays !== null) {
    due = extendedDueDate({ dueAt: due.dueAt, workingDays: extensionWorkingDays, ...time })
  }
  for (const { from, to } of pauses) {
    // By the other calendar the clock may have ended before it was stopped; the pause then begins at its end.
    const left = hasRunOut({ dueAt: due.dueAt, now: from })
      ? nothingLeft
      : pauseClock({ dueAt: due.dueAt, pausedAt: from, ...time })
    due = resumeClock({ left, resumedAt: to, ...time })
  }
  return { startsOn: first.startsOn, ...due }
}

/** The hours by which this clock was counted: it ends at the closing time that its office had then. */
function hoursOfClock({ dueAt, opensAt }: { dueAt: Date; opensAt: TimeOfDay }): OfficeHours {
  const closesAt = timeOfDayOf(dueAt)
  return { opensAt: opensAt < closesAt ? opensAt : '00:00', closesAt }
}
