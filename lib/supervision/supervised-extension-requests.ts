import { and, asc, eq, isNull } from 'drizzle-orm'
import { applicationParties, applications, deadlines, extensionRequests, offices, staff } from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import { maskName } from '@/lib/identity/rules'
import type { Queryable } from '@/lib/platform/database'
import { openClocks } from './supervised-clocks'

/** More than an office can have open at once; the count above the list says how many there are. */
const MOST_SHOWN = 100

export type SupervisedExtensionRequest = {
  reference: string
  applicant: string
  officeCode: string
  officeName: string
  officeNameEnglish: string
  workingDays: number
  reason: string
  requestedBy: string
  requestedAt: Date
  /** The end of the office's clock, which runs on until a supervisor answers. */
  dueAt: Date
}

/** Requests for more time that wait for a supervisor, the one with the least time left on top. */
export async function extensionRequestsToAnswer(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<SupervisedExtensionRequest[]> {
  const rows = await db
    .select({
      reference: applications.reference,
      name: applicationParties.name,
      officeCode: offices.code,
      officeName: offices.name,
      officeNameEnglish: offices.nameEnglish,
      workingDays: extensionRequests.workingDays,
      reason: extensionRequests.reason,
      requestedBy: staff.name,
      requestedAt: extensionRequests.requestedAt,
      dueAt: deadlines.dueAt,
    })
    .from(extensionRequests)
    .innerJoin(deadlines, eq(deadlines.applicationId, extensionRequests.applicationId))
    .innerJoin(applications, eq(applications.id, extensionRequests.applicationId))
    .innerJoin(
      applicationParties,
      and(eq(applicationParties.applicationId, applications.id), eq(applicationParties.role, 'applicant')),
    )
    .innerJoin(offices, eq(offices.code, deadlines.officeCode))
    .innerJoin(staff, eq(staff.id, extensionRequests.requestedById))
    .where(and(openClocks({ viewer }), isNull(extensionRequests.answeredAt)))
    .orderBy(asc(deadlines.dueAt), asc(applications.reference))
    .limit(MOST_SHOWN)
  return rows.map(({ name, reference, ...row }) => ({
    ...row,
    reference: reference ?? '',
    applicant: maskName(name),
  }))
}
