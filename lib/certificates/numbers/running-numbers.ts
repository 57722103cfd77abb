import { sql } from 'drizzle-orm'
import { certificateSerials } from '@/db/schema'
import type { CivilDate } from '@/lib/platform/civil-date'
import type { Transaction } from '@/lib/platform/database'

/** The next places in the status lists. */
export async function nextStatusIndexes(transaction: Transaction, count: number): Promise<number[]> {
  const rows = await transaction.execute<{ index: number }>(
    sql`select nextval('certificate_status_indexes')::integer as index from generate_series(1, ${count}::int)`,
  )
  return rows.map(({ index }) => index)
}

/**
 * The next running numbers of offices on a day, one for each code of the list. An office's row orders those who
 * ask at once; the rows are taken in the order of the offices, so that no two transactions wait for each other.
 *
 * @returns gives the next number of an office at each call
 */
export async function takeRunningNumbers(
  transaction: Transaction,
  { officeCodes, issuedOn }: { officeCodes: readonly string[]; issuedOn: CivilDate },
): Promise<(officeCode: string) => number> {
  const wanted = new Map<string, number>()
  for (const officeCode of officeCodes) wanted.set(officeCode, (wanted.get(officeCode) ?? 0) + 1)
  const rows = await transaction
    .insert(certificateSerials)
    .values([...wanted].sort().map(([officeCode, count]) => ({ officeCode, issuedOn, last: count })))
    .onConflictDoUpdate({
      target: [certificateSerials.officeCode, certificateSerials.issuedOn],
      set: { last: sql`${certificateSerials.last} + excluded.last` },
    })
    .returning({ officeCode: certificateSerials.officeCode, last: certificateSerials.last })
  const given = new Map(
    rows.map(({ officeCode, last }) => [officeCode, last - (wanted.get(officeCode) ?? 0)]),
  )
  return officeCode => {
    const next = (given.get(officeCode) ?? 0) + 1
    given.set(officeCode, next)
    return next
  }
}
