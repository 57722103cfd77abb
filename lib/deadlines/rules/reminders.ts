import { type OfficeTime, openingOf } from './office-hours'
import { addDays, type CivilDate, shanghaiDayOf, shanghaiInstant } from './shanghai-time'
import { workingDayAfter, workingDayBefore } from './working-calendar'

export type ApplicantReminder = { at: Date; workingDaysBefore: 3 | 1 }
export type OfficeReminder = { at: Date; level: 'amber' | 'red' }

type Clock = OfficeTime & { dueAt: Date }

/**
 * When to remind an applicant that a correction closes: at opening, three working days and one before the due
 * day, earliest first. Reminders that lie before the notice itself was sent are for the caller to leave out.
 */
export function applicantReminderTimes(clock: Clock): ApplicantReminder[] {
  return [
    { at: openingBefore({ ...clock, workingDays: 3 }), workingDaysBefore: 3 },
    { at: openingBefore({ ...clock, workingDays: 1 }), workingDaysBefore: 1 },
  ]
}

/**
 * When to remind an office: the officer when a case turns amber, the supervisor when it turns red (DESIGN §4),
 * each at opening, so that nobody is called at midnight. A time in the past means: remind at once.
 */
export function officeReminderTimes(clock: Clock): OfficeReminder[] {
  return [
    { at: openingBefore({ ...clock, workingDays: 1 }), level: 'amber' },
    { at: openingBefore({ ...clock, workingDays: 0 }), level: 'red' },
  ]
}

/**
 * The other way round, for a sweep: everything that is due up to this moment is to be reminded now, so many
 * working days before its due day, at opening. Nothing can be due between one closing and the next.
 */
export function remindThrough({
  now,
  workingDaysBefore,
  calendar,
  hours,
}: OfficeTime & { now: Date; workingDaysBefore: number }): Date {
  const opened = lastOpenedDay({ now, calendar, hours })
  return endOfDay(workingDayAfter({ date: opened, workingDays: workingDaysBefore, calendar }))
}

/** The last working day whose opening has come. */
function lastOpenedDay({ now, calendar, hours }: OfficeTime & { now: Date }): CivilDate {
  const today = shanghaiDayOf(now)
  const hasOpened = calendar.isWorkingDay(today) && now >= openingOf({ date: today, hours })
  return hasOpened ? today : workingDayBefore({ date: today, workingDays: 1, calendar })
}

function endOfDay(date: CivilDate): Date {
  return new Date(shanghaiInstant({ date: addDays({ date, days: 1 }), time: '00:00' }).getTime() - 1)
}

function openingBefore({ dueAt, workingDays, calendar, hours }: Clock & { workingDays: number }): Date {
  return openingOf({ date: workingDayBefore({ date: shanghaiDayOf(dueAt), workingDays, calendar }), hours })
}
