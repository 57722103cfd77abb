import { done, failed, type Result } from '@/lib/platform/result'
import { assertPeriod, closingOn, type DueDate, hasRunOut } from './due-date'
import type { OfficeTime } from './office-hours'
import { shanghaiDayOf } from './shanghai-time'
import { workingDayAfter } from './working-calendar'

export type ExtensionFailure = 'already-over' | 'too-long' | 'beyond-statutory'

/**
 * Lengthens an office's clock by working days after its due day (行政许可法 art. 42: once, by at most ten days,
 * by a supervisor with a reason). That it happens only once is for the database to hold.
 *
 * `statutoryDueAt` is the end of the statutory period as it stands, its own pauses included; an extension
 * may reach it and never pass it.
 *
 * @returns the new due time, or `already-over`, `too-long` (with `longestWorkingDays`) or `beyond-statutory`
 *   (with `statutoryDueAt`)
 * @throws RangeError unless workingDays is a whole number from 1 to 250
 */
export function extend({
  dueAt,
  extendedAt,
  workingDays,
  longestWorkingDays,
  statutoryDueAt,
  calendar,
  hours,
}: OfficeTime & {
  dueAt: Date
  extendedAt: Date
  workingDays: number
  longestWorkingDays: number
  statutoryDueAt: Date
}): Result<DueDate, ExtensionFailure> {
  assertPeriod(workingDays)
  if (hasRunOut({ dueAt, now: extendedAt })) return failed('already-over', { dueAt })
  if (workingDays > longestWorkingDays) return failed('too-long', { longestWorkingDays })
  const extended = extendedDueDate({ dueAt, workingDays, calendar, hours })
  if (extended.dueAt > statutoryDueAt) return failed('beyond-statutory', { statutoryDueAt })
  return done(extended)
}

/** The due time so many working days after another, at closing, without asking whether it is allowed. */
export function extendedDueDate({
  dueAt,
  workingDays,
  calendar,
  hours,
}: OfficeTime & { dueAt: Date; workingDays: number }): DueDate {
  const dueDay = shanghaiDayOf(dueAt)
  const lastDay = workingDayAfter({ date: dueDay, workingDays, calendar })
  return closingOn({ lastDay, since: dueDay, calendar, hours })
}
