import { eq } from 'drizzle-orm'
import { offices } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import { calendarEdition, calendarOfEdition } from './calendar-in-force'
import type { OfficeTime } from './rules'

/** The working days and hours of an office, as every deadline of its cases counts them. */
export async function officeTime(db: Queryable, { officeCode }: { officeCode: string }): Promise<OfficeTime> {
  const [office] = await db
    .select({ opensAt: offices.opensAt, closesAt: offices.closesAt, edition: calendarEdition })
    .from(offices)
    .where(eq(offices.code, officeCode))
  if (!office) throw new Error(`there is no office ${officeCode}`)
  const hours = { opensAt: office.opensAt.slice(0, 5), closesAt: office.closesAt.slice(0, 5) }
  return { calendar: await calendarOfEdition(db, { edition: office.edition ?? '' }), hours }
}
