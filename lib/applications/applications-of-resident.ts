import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { applications, certificates, deadlines, offices } from '@/db/schema'
import { isClockOfCaseSql } from '@/lib/deadlines'
import type { ResidentViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import { isOwn } from './is-own'
import type { ApplicationStatus } from './transitions'

export type OwnApplication = {
  reference: string
  status: ApplicationStatus
  officeName: string
  officeNameEnglish: string
  acceptedAt: Date
  endedAt: Date | null
  /** Who must act and by when, while the case is open. */
  clock: { kind: 'office-must-decide' | 'applicant-must-answer'; dueAt: Date } | null
  certificateNumber: string | null
}

/** Everything that a resident has submitted, newest first, with the clock that runs in each. */
export async function applicationsOf(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<OwnApplication[]> {
  const rows = await db
    .select({
      reference: applications.reference,
      status: applications.status,
      officeName: offices.name,
      officeNameEnglish: offices.nameEnglish,
      acceptedAt: applications.acceptedAt,
      endedAt: applications.endedAt,
      clockKind: deadlines.kind,
      dueAt: deadlines.dueAt,
      certificateNumber: certificates.number,
    })
    .from(applications)
    .innerJoin(offices, eq(offices.code, applications.officeCode))
    .leftJoin(
      deadlines,
      and(eq(deadlines.applicationId, applications.id), eq(deadlines.state, 'running'), isClockOfCaseSql),
    )
    .leftJoin(
      certificates,
      and(eq(certificates.applicationId, applications.id), eq(certificates.status, 'valid')),
    )
    .where(and(isOwn(viewer), isNotNull(applications.reference)))
    .orderBy(desc(applications.acceptedAt), desc(applications.id))
  return rows.flatMap(({ reference, acceptedAt, clockKind, dueAt, ...row }) => {
    if (reference === null || acceptedAt === null) return []
    const clock = clockKind && clockKind !== 'complaint-answer' && dueAt ? { kind: clockKind, dueAt } : null
    return [{ ...row, reference, acceptedAt, clock }]
  })
}
