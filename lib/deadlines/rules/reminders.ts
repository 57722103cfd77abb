import { type OfficeTime, openingOf } from './office-hours'
import { shanghaiDayOf } from './shanghai-time'
import { workingDayBefore } from './working-calendar'

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

function openingBefore({ dueAt, workingDays, calendar, hours }: Clock & { workingDays: number }): Date {
  return openingOf({ date: workingDayBefore({ date: shanghaiDayOf(dueAt), workingDays, calendar }), hours })
}
