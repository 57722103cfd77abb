import { sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/platform/database'

const calendarLock = sql`hashtextextended('working calendar', 0)`

/**
 * Keeps the calendar as it is until this transaction ends: whoever counts a deadline holds it, so that none is
 * counted by a calendar that another transaction is replacing. Many hold it at once. To be taken before a case
 * is locked, as publishing locks cases under it.
 */
export async function holdCalendar(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock_shared(${calendarLock})`)
}

/** Waits until nobody counts any more, and lets nobody count until this transaction ends: to publish a calendar. */
export async function replaceCalendarAlone(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${calendarLock})`)
}
