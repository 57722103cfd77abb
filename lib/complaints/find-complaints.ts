import { and, desc, eq } from 'drizzle-orm'
import { applicationParties, applications, complaints, deadlines, offices, staff } from '@/db/schema'
import type { HandlingFailure } from '@/lib/applications'
import { recordView } from '@/lib/audit'
import type { Deadline } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { maskName } from '@/lib/identity/rules'
import { type Database, type Queryable, serviceNow } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { type Complaint, type WhyNotAnswer, whyNotAnswer } from './may-answer'
import { answerersOf, whyNotReadComplaint } from './may-read'

/** A complaint with its clock and with who answered it. */
export type ComplaintOfCase = Complaint & {
  clock: Deadline
  answeredBy: string | null
  answeredByRole: 'office' | 'county' | null
}

/** Every complaint of a case, the newest first; whether the reader may know them is the caller's question. */
export async function complaintsOfCase(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<ComplaintOfCase[]> {
  const rows = await db
    .select({ complaint: complaints, clock: deadlines, answeredBy: staff.name, role: staff.role })
    .from(complaints)
    .innerJoin(deadlines, eq(deadlines.id, complaints.deadlineId))
    .leftJoin(staff, eq(staff.id, complaints.answeredById))
    .where(eq(complaints.applicationId, applicationId))
    .orderBy(desc(complaints.filedAt))
  return rows.map(({ complaint, clock, answeredBy, role }) => ({
    ...complaint,
    clock,
    answeredBy,
    answeredByRole: role === null ? null : role === 'county' ? 'county' : 'office',
  }))
}

export type ComplaintForStaff = {
  application: { reference: string; status: (typeof applications.$inferSelect)['status'] }
  applicant: string
  office: typeof offices.$inferSelect
  complaints: ComplaintOfCase[]
  /** Why the person cannot answer the newest complaint now; null if they can. */
  whyNot: WhyNotAnswer | null
  now: Date
}

/** The complaints of a case for whoever may read them: its office, and the county above it. A logged view. */
export async function findComplaintForStaff(
  { reference, viewer }: { reference: string; viewer: StaffViewer },
  { db }: { db: Database },
): Promise<Result<ComplaintForStaff, HandlingFailure | 'case-not-found' | 'no-complaint'>> {
  const [row] = await db
    .select({ application: applications, office: offices, applicant: applicationParties.name })
    .from(applications)
    .innerJoin(offices, eq(offices.code, applications.officeCode))
    .innerJoin(
      applicationParties,
      and(eq(applicationParties.applicationId, applications.id), eq(applicationParties.role, 'applicant')),
    )
    .where(eq(applications.reference, reference))
  if (!row) return failed('case-not-found')
  const { application, office, applicant } = row
  const why = await whyNotReadComplaint(db, { viewer, application })
  if (why) return failed(why)
  const found = await complaintsOfCase(db, { applicationId: application.id })
  const [newest] = found
  if (!newest) return failed('no-complaint')
  await recordView(db, { viewer, application, purpose: 'answer-complaint' })
  return done({
    application: { reference, status: application.status },
    applicant: maskName(applicant),
    office,
    complaints: found,
    whyNot: whyNotAnswer({
      complaint: newest,
      viewer,
      ...(await answerersOf(db, { application })),
    }),
    now: await serviceNow(db),
  })
}
