import {
  type CivilDate,
  shanghaiDayOf,
  shanghaiInstant,
  type WorkingCalendar,
  workingDayBefore,
} from '@/lib/deadlines'
import type { Chance } from './chance'

const MINUTE = 60_000

/** Moments of the last weeks as a story needs them, counted in working days back from the last one that has begun. */
export type OfficeMoments = {
  /** Within the office hours of a working day; of today only what has passed. */
  atWork(workingDaysAgo: number): Date
  /** When people apply: mostly by day, some in the evening, for whom the next working day counts. */
  whenPeopleApply(workingDaysAgo: number): Date
  /** A minute after the offices have closed, when whatever fell due that day is carried out. */
  afterClosing(workingDaysAgo: number): Date
  dayOf(workingDaysAgo: number): CivilDate
  /** Whether today's deadlines are still open. */
  isBeforeClosing: boolean
  minutesAgo(minutes: number): Date
}

/** @param now the real present: nothing in the demo lies after it */
export function officeMoments({
  now,
  calendar,
  chance,
}: {
  now: Date
  calendar: WorkingCalendar
  chance: Chance
}): OfficeMoments {
  const today = shanghaiDayOf(now)
  const at = (date: CivilDate, time: string) => shanghaiInstant({ date, time })
  // A day on which the office has hardly opened holds no story yet.
  const hasBegun = calendar.isWorkingDay(today) && now > at(today, '09:00')
  const lastDay = hasBegun ? today : workingDayBefore({ date: today, workingDays: 1, calendar })
  const dayOf = (workingDaysAgo: number) =>
    workingDayBefore({ date: lastDay, workingDays: workingDaysAgo, calendar })

  function within(workingDaysAgo: number, from: string, until: string): Date {
    const date = dayOf(workingDaysAgo)
    const start = at(date, from).getTime()
    const end = Math.max(start + MINUTE, Math.min(at(date, until).getTime(), now.getTime() - MINUTE))
    return new Date(start + chance.between(0, Math.floor((end - start) / 1_000)) * 1_000)
  }

  return {
    atWork: workingDaysAgo =>
      chance.percent(60)
        ? within(workingDaysAgo, '08:35', '11:50')
        : within(workingDaysAgo, '08:45', '17:20'),
    whenPeopleApply: workingDaysAgo =>
      chance.percent(85)
        ? within(workingDaysAgo, '07:10', '17:00')
        : within(workingDaysAgo, '08:00', '21:40'),
    afterClosing: workingDaysAgo => at(dayOf(workingDaysAgo), '17:31'),
    dayOf,
    isBeforeClosing: hasBegun && now < at(today, '17:25'),
    minutesAgo: minutes => new Date(now.getTime() - minutes * MINUTE),
  }
}
