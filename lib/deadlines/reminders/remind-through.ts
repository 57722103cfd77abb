import { sql } from 'drizzle-orm'
import { deadlines, offices } from '@/db/schema'
import { type Queryable, serviceNow } from '@/lib/platform/database'
import { calendarInForce } from '../calendar-in-force'
import { remindThrough } from '../rules'

/**
 * A condition on `deadlines`: due so soon that it is to be reminded now, so many working days before, each by
 * the hours of its own office.
 */
export async function dueSoonEnough(db: Queryable, { workingDaysBefore }: { workingDaysBefore: number }) {
  const [now, calendar] = await Promise.all([serviceNow(db), calendarInForce(db)])
  const opening = await db
    .select({ code: offices.code, opensAt: offices.opensAt, closesAt: offices.closesAt })
    .from(offices)
  const through = opening.map(({ opensAt, closesAt }) => {
    const hours = { opensAt: opensAt.slice(0, 5), closesAt: closesAt.slice(0, 5) }
    return remindThrough({ now, workingDaysBefore, calendar, hours }).toISOString()
  })
  const codes = opening.map(({ code }) => code)
  return sql`${deadlines.dueAt} <= (
    select through::timestamptz from unnest(${sql.param(codes)}::text[], ${sql.param(through)}::text[]) as soon (code, through)
    where soon.code = ${deadlines.officeCode})`
}
