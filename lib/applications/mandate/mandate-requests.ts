import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { applicationParties, applications, offices } from '@/db/schema'
import { maskName, type ResidentViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import type { ProxyRelation } from '../form/complete-application'
import type { ApplicationStatus } from '../transitions'

/**
 * What somebody learns who holds the phone that a proxy gave, before they have shown that they are the
 * applicant: the number may be a slip of the hand, so names are masked and nothing else of the case is told.
 */
export type MandateRequest = {
  applicationId: string
  reference: string
  status: ApplicationStatus
  applicantMasked: string
  proxyMasked: string
  proxyRelation: ProxyRelation
  officeName: string
  officeNameEnglish: string
  acceptedAt: Date
}

/** The applications that proxies sent for whoever holds this resident's phone, and that wait for their word. */
export async function mandateRequestsFor(
  { viewer }: { viewer: Pick<ResidentViewer, 'phone'> },
  { db }: { db: Queryable },
): Promise<MandateRequest[]> {
  const rows = await db
    .select({ application: applications, applicant: applicationParties, office: offices })
    .from(applicationParties)
    .innerJoin(applications, eq(applications.id, applicationParties.applicationId))
    .innerJoin(offices, eq(offices.code, applications.officeCode))
    .where(
      and(
        eq(applicationParties.phoneLookup, personalLookup({ kind: 'phone', value: viewer.phone })),
        eq(applicationParties.role, 'applicant'),
        isNull(applicationParties.confirmedAt),
        isNull(applicationParties.objectedAt),
        inArray(applications.status, ['accepted', 'correction_requested', 'registered']),
      ),
    )
    .orderBy(desc(applications.acceptedAt))
  const proxies = await proxiesOf(
    db,
    rows.map(({ application }) => application.id),
  )
  return rows.flatMap(({ application: { id, reference, status, acceptedAt, proxyRelation }, ...row }) => {
    if (reference === null || acceptedAt === null || proxyRelation === null) return []
    return [
      {
        applicationId: id,
        reference,
        status,
        acceptedAt,
        proxyRelation,
        applicantMasked: maskName(row.applicant.name),
        proxyMasked: maskName(proxies.get(id) ?? ''),
        officeName: row.office.name,
        officeNameEnglish: row.office.nameEnglish,
      },
    ]
  })
}

/** The request in one application, or null where none waits for the holder of this phone. */
export async function findMandateRequest(
  { reference, viewer }: { reference: string; viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<MandateRequest | null> {
  const requests = await mandateRequestsFor({ viewer }, { db })
  return requests.find(request => request.reference === reference) ?? null
}

async function proxiesOf(db: Queryable, applicationIds: string[]): Promise<Map<string, string>> {
  const proxies = await db
    .select({ applicationId: applicationParties.applicationId, name: applicationParties.name })
    .from(applicationParties)
    .where(
      and(inArray(applicationParties.applicationId, applicationIds), eq(applicationParties.role, 'proxy')),
    )
  return new Map(proxies.map(({ applicationId, name }) => [applicationId, name]))
}
