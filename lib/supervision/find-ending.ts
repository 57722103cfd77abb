import { and, desc, eq, ne, notInArray } from 'drizzle-orm'
import { applicationEvents, applications, staff } from '@/db/schema'
import { openStatuses, type TransitionName, transitions } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'

export type Ending = { event: TransitionName; at: Date; by: string | null }

/**
 * How a case of one's own offices ended, when and by whom: what somebody is told who came a moment too late.
 * Null while the case is open, and for cases of other offices.
 */
export async function findEnding(
  { reference, viewer }: { reference: string; viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<Ending | null> {
  const [row] = await db
    .select({
      name: applicationEvents.name,
      at: applicationEvents.at,
      by: staff.name,
      officeCode: applications.officeCode,
    })
    .from(applicationEvents)
    .innerJoin(applications, eq(applications.id, applicationEvents.applicationId))
    .leftJoin(staff, eq(staff.id, applicationEvents.staffId))
    .where(
      and(
        eq(applications.reference, reference),
        notInArray(applications.status, [...openStatuses]),
        ne(applicationEvents.fromStatus, applicationEvents.toStatus),
      ),
    )
    .orderBy(desc(applicationEvents.id))
    .limit(1)
  if (!row || !isTransition(row.name) || !viewer.officeCodes.includes(row.officeCode ?? '')) return null
  return { event: row.name, at: row.at, by: row.by }
}

function isTransition(name: string): name is TransitionName {
  return Object.hasOwn(transitions, name)
}
