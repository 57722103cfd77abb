import { asc, inArray } from 'drizzle-orm'
import { offices } from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'

export type StaffOffice = typeof offices.$inferSelect

/** The offices that a member of staff serves, in the order of the official codes. */
export async function officesOfStaff(
  { viewer }: { viewer: Pick<StaffViewer, 'officeCodes'> },
  { db }: { db: Queryable },
): Promise<StaffOffice[]> {
  return db.select().from(offices).where(inArray(offices.code, viewer.officeCodes)).orderBy(asc(offices.code))
}

/** Cases are for the officers and supervisors of offices; others look at figures, calendars and logs. */
export function mayReadQueue({ viewer }: { viewer: Pick<StaffViewer, 'role'> }): boolean {
  return viewer.role === 'officer' || viewer.role === 'supervisor'
}
