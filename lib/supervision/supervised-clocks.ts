import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { applications, deadlines } from '@/db/schema'
import { isClockOfCaseSql } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'

/**
 * Who answers for an open case: whoever holds it, else its first contact (首问负责). Once a case has ended
 * nobody holds it, and the first contact remains.
 */
export const responsibleId = sql<
  string | null
>`coalesce(${applications.claimedById}, ${applications.firstContactId})`

/** One of a list of texts, as conditions on offices are. */
export function isOneOf(column: SQL | typeof deadlines.officeCode, values: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...values])}::text[])`
}

/** The clocks of the offices' open cases. */
export function openClocks({ viewer }: { viewer: Pick<StaffViewer, 'officeCodes'> }): SQL | undefined {
  return and(
    eq(deadlines.state, 'running'),
    isClockOfCaseSql,
    isOneOf(deadlines.officeCode, viewer.officeCodes),
  )
}

/** Those of them that end today, with nobody having decided. */
export function clocksDueToday({
  viewer,
  dayEndsAt,
}: {
  viewer: Pick<StaffViewer, 'officeCodes'>
  dayEndsAt: Date
}): SQL | undefined {
  return and(openClocks({ viewer }), eq(deadlines.kind, 'office-must-decide'), lt(deadlines.dueAt, dayEndsAt))
}

/** The clocks that offices let run out since a moment. */
export function lapsedClocks({
  viewer,
  since,
}: {
  viewer: Pick<StaffViewer, 'officeCodes'>
  since: Date
}): SQL | undefined {
  return and(
    eq(deadlines.state, 'lapsed'),
    eq(deadlines.kind, 'office-must-decide'),
    isOneOf(deadlines.officeCode, viewer.officeCodes),
    gte(deadlines.lapsedAt, since),
  )
}
