import type { Deadline } from './clocks'
import { minutesOfOfficeDay, type OfficeTime, resumeClock, type TimeLeft } from './rules'

export type PausedClock = {
  /** What was left of it when it stopped. */
  left: TimeLeft
  /** When it would end if the applicant answered now; later still if they answer later. */
  dueIfAnsweredNow: Date
}

/** An office's clock that stands still, as people are told of it; null unless it does. */
export function pausedClock({
  officeClock,
  time,
  now,
}: {
  officeClock: Pick<Deadline, 'state' | 'pausedWorkingDaysLeft' | 'pausedMinutesLeft'> | null
  time: OfficeTime
  now: Date
}): PausedClock | null {
  if (officeClock?.state !== 'paused') return null
  const wholeWorkingDaysLeft = officeClock.pausedWorkingDaysLeft ?? 0
  const remainderMinutes = officeClock.pausedMinutesLeft ?? 0
  const { dueAt } = resumeClock({
    left: { wholeWorkingDaysLeft, remainderMinutes },
    resumedAt: now,
    ...time,
  })
  return { left: inWords({ wholeWorkingDaysLeft, remainderMinutes, time }), dueIfAnsweredNow: dueAt }
}

/** A day on which the clock stopped before the office opened is a whole one. */
function inWords({
  wholeWorkingDaysLeft: workingDays,
  remainderMinutes: minutes,
  time: { hours },
}: {
  wholeWorkingDaysLeft: number
  remainderMinutes: number
  time: OfficeTime
}): TimeLeft {
  if (minutes >= minutesOfOfficeDay(hours)) return { workingDays: workingDays + 1, hours: 0, minutes: 0 }
  return { workingDays, hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
