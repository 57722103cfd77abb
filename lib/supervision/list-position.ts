import { asc, desc, type SQL, sql } from 'drizzle-orm'
import { applications } from '@/db/schema'

/** Where a page of a list begins: after this case. Keyset, since an offset would skip while cases move. */
export type ListPosition = { at: Date; reference: string }

/** A moment as pages and addresses carry it, to the millisecond; rows are ordered by the same. */
export function toTheMillisecond(column: unknown): SQL {
  return sql`date_trunc('milliseconds', ${column})`
}

type Order = { at: SQL; direction: 'earliest-first' | 'latest-first' }

/** The order of a list: by its moment, then by reference, so that a position is never ambiguous. */
export function inOrder({ at, direction }: Order): SQL[] {
  return [direction === 'latest-first' ? desc(at) : asc(at), asc(applications.reference)]
}

/** Whatever comes after a position in that order. */
export function following({ at, direction, after }: Order & { after: ListPosition }): SQL {
  const then = sql`${after.at.toISOString()}::timestamptz`
  const later = direction === 'latest-first' ? sql`${at} < ${then}` : sql`${at} > ${then}`
  return sql`(${later} or (${at} = ${then} and ${applications.reference} > ${after.reference}))`
}
