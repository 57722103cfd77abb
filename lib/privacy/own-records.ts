import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { applications, commitmentSignatures, consentWithdrawals } from '@/db/schema'
import { type ApplicationStatus, isOwn } from '@/lib/applications'
import type { ResidentViewer } from '@/lib/identity'
import { type Queryable, serviceNow } from '@/lib/platform/database'
import { type WhyKept, whyKept } from './may-be-erased'

/** An own case as far as the rights to one's data are concerned. */
export type OwnRecord = {
  id: string
  reference: string
  status: ApplicationStatus
  acceptedAt: Date
  /** The separate consent for sensitive data: to which text, when, and when it was taken back. */
  consent: { version: string; givenAt: Date; withdrawnAt: Date | null } | null
  whyKept: WhyKept | null
  keptUntil: Date | null
  law: string | null
  lawEnglish: string | null
}

/** The cases of a resident, the newest first, each with its consent and with what keeps it and until when. */
export async function ownRecords(
  db: Queryable,
  { viewer }: { viewer: ResidentViewer },
): Promise<OwnRecord[]> {
  const rule = (column: string) =>
    sql`(retention_in_force(retention_kind_of(${applications.status}))).${sql.raw(column)}`
  const now = await serviceNow(db)
  const rows = await db
    .select({
      id: applications.id,
      reference: applications.reference,
      status: applications.status,
      acceptedAt: applications.acceptedAt,
      endedAt: applications.endedAt,
      version: commitmentSignatures.version,
      givenAt: commitmentSignatures.sensitiveDataConsentAt,
      withdrawnAt: consentWithdrawals.withdrawnAt,
      keptUntil: sql`${applications.endedAt} + retention_of(retention_kind_of(${applications.status}))`
        .mapWith(applications.endedAt)
        .as('kept_until'),
      askedByLaw: sql<boolean | null>`${rule('asked_by_law')}`,
      law: sql<string | null>`${rule('law')}`,
      lawEnglish: sql<string | null>`${rule('law_english')}`,
      isArguedAbout: sql<boolean>`exists (select from complaints c where c.application_id = ${applications.id}
          and c.answered_at is null)
        or exists (select from revocation_hearings h join certificates c on c.id = h.certificate_id
          where c.application_id = ${applications.id} and h.decided_at is null)`,
    })
    .from(applications)
    .leftJoin(commitmentSignatures, eq(commitmentSignatures.applicationId, applications.id))
    .leftJoin(consentWithdrawals, eq(consentWithdrawals.applicationId, applications.id))
    .where(and(isOwn(viewer), isNotNull(applications.reference)))
    .orderBy(desc(applications.acceptedAt), desc(applications.id))
  return rows.flatMap(({ reference, acceptedAt, endedAt, version, givenAt, withdrawnAt, ...row }) => {
    if (reference === null || acceptedAt === null) return []
    const { askedByLaw, isArguedAbout, ...shown } = row
    const why = whyKept({
      endedAt,
      isArguedAbout,
      askedByLaw: askedByLaw ?? false,
      keptUntil: row.keptUntil,
      now,
    })
    return [
      {
        ...shown,
        reference,
        acceptedAt,
        consent: version && givenAt ? { version, givenAt, withdrawnAt } : null,
        whyKept: why,
      },
    ]
  })
}
