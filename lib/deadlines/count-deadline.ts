import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { calendarInForce } from './calendar-in-force'
import { type CivilDate, dueAt, LONGEST_PERIOD } from './rules'

/** The hours that offices keep unless they published others; a public count knows no office. */
export const usualHours = { opensAt: '08:30', closesAt: '17:30' }

/** RFC 3339 with an offset; a `+` that a client forgot to escape arrives as a space and is meant as one. */
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+\- ]\d{2}:\d{2})$/

export type CountFailure = 'start-not-an-instant' | 'working-days-out-of-range' | 'outside-the-calendar'

/** Reads the moment of a start as a client sends it: an instant with its zone, on a day that exists. */
export function readInstant(text: string): Date | null {
  if (!instantPattern.test(text)) return null
  const [year, month, day] = text.slice(0, 10).split('-').map(Number)
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()
  if (!month || month > 12 || !day || day > lastDay) return null
  const instant = new Date(text.replace(' ', '+'))
  return Number.isNaN(instant.getTime()) ? null : instant
}

/** Reads a number of working days, 1 to 250, written in plain digits. */
export function readWorkingDays(text: string): number | null {
  if (!/^\d{1,3}$/.test(text)) return null
  const workingDays = Number(text)
  return workingDays >= 1 && workingDays <= LONGEST_PERIOD ? workingDays : null
}

/** When a period of working days ends that starts at a moment, by the calendar in force and the usual hours. */
export async function countDeadline(
  { start, workingDays }: { start: string; workingDays: string },
  { db }: { db: Database },
): Promise<Result<{ startsOn: CivilDate; dueAt: Date; provisional: boolean }, CountFailure>> {
  const startedAt = readInstant(start)
  if (!startedAt) return failed('start-not-an-instant')
  const days = readWorkingDays(workingDays)
  if (!days) return failed('working-days-out-of-range')
  const calendar = await calendarInForce(db)
  try {
    return done(dueAt({ startedAt, workingDays: days, calendar, hours: usualHours }))
  } catch (error) {
    if (error instanceof RangeError) return failed('outside-the-calendar')
    throw error
  }
}

/** An instant as people and machines of this service read it: `2026-02-14T17:30:00+08:00`. */
export function inShanghaiZone(instant: Date): string {
  return `${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
