import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { deadlines, extensionRequests, rejectionProposals, supervisionRecords } from '@/db/schema'
import { countComplaintsToAnswer } from '@/lib/complaints'
import type { StaffViewer } from '@/lib/identity'
import { type Queryable, serviceNow } from '@/lib/platform/database'
import { endOfToday } from './end-of-today'
import { startOfMonth } from './start-of-month'
import { clocksDueToday, isOneOf, lapsedClocks, openClocks } from './supervised-clocks'

export type SupervisionFigures = {
  dueToday: number
  open: number
  proposals: number
  extensionRequests: number
  complaints: number
  lapsed: number
  openRecords: number
}

/** How things stand in the viewer's offices; each figure leads to the cases behind it. */
export async function supervisionFigures(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<SupervisionFigures> {
  const now = await serviceNow(db)
  const [[dueToday], [open], [proposals], [requests], [lapsed], [records], complaints] = await Promise.all([
    db
      .select({ cases: count() })
      .from(deadlines)
      .where(clocksDueToday({ viewer, dayEndsAt: endOfToday(now) })),
    db.select({ cases: count() }).from(deadlines).where(openClocks({ viewer })),
    db
      .select({ cases: count() })
      .from(deadlines)
      .innerJoin(
        rejectionProposals,
        and(
          eq(rejectionProposals.applicationId, deadlines.applicationId),
          isNull(rejectionProposals.answeredAt),
        ),
      )
      .where(openClocks({ viewer })),
    db
      .select({ cases: count() })
      .from(deadlines)
      .innerJoin(
        extensionRequests,
        and(
          eq(extensionRequests.applicationId, deadlines.applicationId),
          isNull(extensionRequests.answeredAt),
        ),
      )
      .where(openClocks({ viewer })),
    db
      .select({ cases: count() })
      .from(deadlines)
      .where(lapsedClocks({ viewer, since: startOfMonth(now) })),
    db
      .select({ cases: count() })
      .from(supervisionRecords)
      .where(
        and(
          isNull(supervisionRecords.closedAt),
          isOneOf(sql`${supervisionRecords.officeCode}`, viewer.officeCodes),
        ),
      ),
    countComplaintsToAnswer({ viewer }, { db }),
  ])
  return {
    dueToday: dueToday?.cases ?? 0,
    open: open?.cases ?? 0,
    proposals: proposals?.cases ?? 0,
    extensionRequests: requests?.cases ?? 0,
    complaints,
    lapsed: lapsed?.cases ?? 0,
    openRecords: records?.cases ?? 0,
  }
}
