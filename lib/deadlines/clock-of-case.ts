import { sql } from 'drizzle-orm'
import { deadlines } from '@/db/schema'
import type { Deadline } from './clocks'

/** One of the two clocks of a case; a complaint's runs beside them and says nothing about who must act on it. */
export type ClockOfCase = Deadline & { kind: 'office-must-decide' | 'applicant-must-answer' }

export function isClockOfCase(deadline: Deadline): deadline is ClockOfCase {
  return deadline.kind !== 'complaint-answer'
}

/** The same as a condition; written out, so that the planner sees the partial indexes that it fits. */
export const isClockOfCaseSql = sql`${deadlines.kind} <> 'complaint-answer'`
