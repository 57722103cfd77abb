import { and, gte, inArray, lte, or } from 'drizzle-orm'
import { calendarDays, calendarYears } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { recordChange } from '@/lib/audit'
import { hasRecentFactor, mayAdministrate, type StaffViewer } from '@/lib/identity'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { replaceCalendarAlone } from '../hold-calendar'
import { recomputeDeadlines } from '../recompute-deadlines'
import { calendarsAround } from './calendar-with-notice'
import type { YearNotice } from './read-year-notice'

/**
 * Puts a year's notice into force and recomputes every open deadline by it, all or nothing (DESIGN §4). The
 * calendar may be published again, as the notice for 2020 was; publishing the same days moves nothing.
 */
export async function publishCalendarYear(
  { notice, viewer }: { notice: YearNotice; viewer: StaffViewer },
  { db }: { db: Database },
): Promise<Result<{ moved: number; settled: number }, 'not-your-role' | 'second-factor-needed'>> {
  if (!mayAdministrate({ viewer })) return failed('not-your-role')
  if (!(await hasRecentFactor(db, { viewer }))) return failed('second-factor-needed')
  return db.transaction(async transaction => {
    await replaceCalendarAlone(transaction)
    const calendars = await calendarsAround(transaction, { notice })
    await writeYear(transaction, notice)
    const recomputed = await recomputeDeadlines(transaction, { ...calendars, viewer })
    await recordChange(transaction, {
      viewer,
      action: 'calendar-published',
      details: { year: notice.year, sourceLink: notice.sourceLink, days: notice.days.length, ...recomputed },
    })
    return done(recomputed)
  })
}

async function writeYear(transaction: Transaction, { year, sourceLink, days }: YearNotice): Promise<void> {
  const dates = days.map(({ date }) => date)
  await transaction
    .delete(calendarDays)
    .where(
      or(
        and(gte(calendarDays.date, `${year}-01-01`), lte(calendarDays.date, `${year}-12-31`)),
        inArray(calendarDays.date, dates),
      ),
    )
  await transaction.insert(calendarDays).values(days)
  await transaction
    .insert(calendarYears)
    .values({ year, sourceLink })
    .onConflictDoUpdate({ target: calendarYears.year, set: { sourceLink, publishedAt: serviceNow } })
}
