import { and, asc, count, eq, isNull, not, type SQL, sql } from 'drizzle-orm'
import { applicationParties, applications, complaints, deadlines, offices } from '@/db/schema'
import type { ApplicationStatus } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { maskName } from '@/lib/identity/rules'
import type { Queryable } from '@/lib/platform/database'

/** More than anybody has open at once; the figure above the list says how many there are. */
const MOST_SHOWN = 100

export type ComplaintToAnswer = {
  reference: string
  status: ApplicationStatus
  applicant: string
  officeCode: string
  officeName: string
  officeNameEnglish: string
  filedAt: Date
  /** By when the office must answer, or had to before it went to the county. */
  dueAt: Date
}

const waitsForCounty = sql`(${complaints.escalatedAt} is not null
  or not office_can_answer(${deadlines.officeCode}, ${complaints.applicationId}))`

/** What waits for the person: a supervisor's offices' complaints in time; the county's once escalated, or where an office has nobody without a part in the case. */
function waitsFor({ role, officeCodes }: StaffViewer): SQL | undefined {
  return and(
    isNull(complaints.answeredAt),
    role === 'county' ? waitsForCounty : not(waitsForCounty),
    sql`${deadlines.officeCode} = any(${sql.param(officeCodes)}::text[])`,
  )
}

/** The complaints that wait for the person, the one with the least time left on top. Names are masked. */
export async function complaintsToAnswer(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<ComplaintToAnswer[]> {
  const rows = await db
    .select({
      reference: applications.reference,
      status: applications.status,
      name: applicationParties.name,
      officeCode: offices.code,
      officeName: offices.name,
      officeNameEnglish: offices.nameEnglish,
      filedAt: complaints.filedAt,
      dueAt: deadlines.dueAt,
    })
    .from(complaints)
    .innerJoin(deadlines, eq(deadlines.id, complaints.deadlineId))
    .innerJoin(applications, eq(applications.id, complaints.applicationId))
    .innerJoin(
      applicationParties,
      and(eq(applicationParties.applicationId, applications.id), eq(applicationParties.role, 'applicant')),
    )
    .innerJoin(offices, eq(offices.code, deadlines.officeCode))
    .where(waitsFor(viewer))
    .orderBy(asc(deadlines.dueAt), asc(applications.reference))
    .limit(MOST_SHOWN)
  return rows.map(({ name, reference, ...row }) => ({
    ...row,
    reference: reference ?? '',
    applicant: maskName(name),
  }))
}

/** How many complaints wait for the person. */
export async function countComplaintsToAnswer(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<number> {
  const [row] = await db
    .select({ complaints: count() })
    .from(complaints)
    .innerJoin(deadlines, eq(deadlines.id, complaints.deadlineId))
    .where(waitsFor(viewer))
  return row?.complaints ?? 0
}
