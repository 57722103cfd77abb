import { aliasedTable, and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import {
  applicationParties,
  applications,
  deadlines,
  offices,
  rejectionProposals,
  rejectionReasons,
  staff,
} from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import { maskName } from '@/lib/identity/rules'
import type { Queryable } from '@/lib/platform/database'
import { openClocks } from './supervised-clocks'

/** More than an office can have open at once; the count above the list says how many there are. */
const MOST_SHOWN = 100

export type SupervisedProposal = {
  reference: string
  applicant: string
  officeCode: string
  officeName: string
  officeNameEnglish: string
  reasonTitle: string
  reasonTitleEnglish: string
  proposedBy: string
  proposedAt: Date
  /** Until then a supervisor can answer; afterwards the clock has decided. */
  dueAt: Date
  returnedBy: string | null
  returnedAt: Date | null
}

/** Proposed rejections that wait for a second person, the one with the least time left on top. */
export async function proposalsToAnswer(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<SupervisedProposal[]> {
  const rows = await proposals(db)
    .where(and(openClocks({ viewer }), isNull(rejectionProposals.answeredAt)))
    .orderBy(asc(deadlines.dueAt), asc(applications.reference))
    .limit(MOST_SHOWN)
  return rows.map(asProposal)
}

/** Proposals that a supervisor returned and whose case is still to be decided, newest first. */
export async function returnedProposals(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<SupervisedProposal[]> {
  const isLatest = sql`not exists (select from rejection_proposals later
    where later.application_id = ${rejectionProposals.applicationId}
      and later.proposed_at > ${rejectionProposals.proposedAt})`
  const rows = await proposals(db)
    .where(and(openClocks({ viewer }), eq(rejectionProposals.outcome, 'returned'), isLatest))
    .orderBy(desc(rejectionProposals.answeredAt))
    .limit(MOST_SHOWN)
  return rows.map(asProposal)
}

const proposer = aliasedTable(staff, 'proposer')
const answerer = aliasedTable(staff, 'answerer')

function proposals(db: Queryable) {
  return db
    .select({
      reference: applications.reference,
      name: applicationParties.name,
      officeCode: offices.code,
      officeName: offices.name,
      officeNameEnglish: offices.nameEnglish,
      reasonTitle: rejectionReasons.title,
      reasonTitleEnglish: rejectionReasons.titleEnglish,
      proposedBy: proposer.name,
      proposedAt: rejectionProposals.proposedAt,
      dueAt: deadlines.dueAt,
      returnedBy: answerer.name,
      returnedAt: rejectionProposals.answeredAt,
    })
    .from(rejectionProposals)
    .innerJoin(deadlines, eq(deadlines.applicationId, rejectionProposals.applicationId))
    .innerJoin(applications, eq(applications.id, rejectionProposals.applicationId))
    .innerJoin(
      applicationParties,
      and(eq(applicationParties.applicationId, applications.id), eq(applicationParties.role, 'applicant')),
    )
    .innerJoin(offices, eq(offices.code, deadlines.officeCode))
    .innerJoin(rejectionReasons, eq(rejectionReasons.id, rejectionProposals.reasonId))
    .innerJoin(proposer, eq(proposer.id, rejectionProposals.proposedById))
    .leftJoin(answerer, eq(answerer.id, rejectionProposals.answeredById))
    .$dynamic()
}

function asProposal({
  name,
  reference,
  ...row
}: Omit<SupervisedProposal, 'applicant' | 'reference'> & {
  name: string
  reference: string | null
}): SupervisedProposal {
  return { ...row, reference: reference ?? '', applicant: maskName(name) }
}
