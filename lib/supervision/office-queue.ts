import { aliasedTable, and, asc, count, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import {
  applicationParties,
  applications,
  commitmentSignatures,
  complaints,
  deadlines,
  extensionRequests,
  messages,
  offices,
  rejectionProposals,
  staff,
} from '@/db/schema'
import { CLAIM_LASTS_MINUTES } from '@/lib/applications'
import { isClockOfCaseSql } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { maskName } from '@/lib/identity/rules'
import type { Queryable } from '@/lib/platform/database'

export const QUEUE_PAGE_SIZE = 50

export type QueueFilter = {
  /** Whom the case waits for. */
  waitsFor?: 'office' | 'applicant'
  held?: 'mine' | 'free'
  /** Only what waits for a supervisor: a proposed rejection, a request for more time. */
  forSupervisor?: boolean
  /** Only what the office must decide up to this moment: due today. */
  decideBy?: Date
}

export type QueueRow = {
  reference: string
  status: 'accepted' | 'correction_requested'
  applicant: string
  dueAt: Date
  waitsFor: 'office' | 'applicant'
  officeCode: string
  officeName: string
  holder: string | null
  /** When the applicant answered the correction notice. */
  answeredAt: Date | null
  flags: QueueFlag[]
}

export type QueueFlag =
  | 'check-asked-for'
  | 'complaint'
  | 'message'
  | 'correction-answered'
  | 'rejection-proposed'
  | 'extension-requested'
  | 'provisional'
  | 'extended'

/** Where a page of the queue begins: after this case. Keyset, since an offset would skip while cases move. */
export type QueuePosition = { dueAt: Date; reference: string }

/**
 * The open cases of the offices that a member of staff serves, the one that must be decided first on top.
 * Names are masked.
 */
export async function officeQueue(
  { viewer, filter = {}, after }: { viewer: StaffViewer; filter?: QueueFilter; after?: QueuePosition },
  { db }: { db: Queryable },
): Promise<{ rows: QueueRow[]; next: QueuePosition | null }> {
  const holder = aliasedTable(staff, 'holder')
  const found = await db
    .select({
      reference: applications.reference,
      status: applications.status,
      name: applicationParties.name,
      deadline: deadlines,
      officeName: offices.name,
      holder: holder.name,
      proposalId: rejectionProposals.id,
      extensionRequestId: extensionRequests.id,
      complaintId: complaints.id,
      hasMessage: messageWaits,
      way: commitmentSignatures.way,
    })
    .from(deadlines)
    .innerJoin(applications, eq(applications.id, deadlines.applicationId))
    .innerJoin(offices, eq(offices.code, deadlines.officeCode))
    .innerJoin(
      applicationParties,
      and(eq(applicationParties.applicationId, applications.id), eq(applicationParties.role, 'applicant')),
    )
    .leftJoin(commitmentSignatures, eq(commitmentSignatures.applicationId, applications.id))
    .leftJoin(holder, and(eq(holder.id, applications.claimedById), claimHolds()))
    .leftJoin(rejectionProposals, openProposal)
    .leftJoin(extensionRequests, openExtensionRequest)
    .leftJoin(complaints, openComplaint)
    .where(and(inOffices(viewer), ...conditions({ viewer, filter }), after ? startsAfter(after) : undefined))
    .orderBy(asc(deadlines.dueAt), asc(applications.reference))
    .limit(QUEUE_PAGE_SIZE + 1)
  const rows = found.slice(0, QUEUE_PAGE_SIZE).map(asQueueRow)
  const last = rows.at(-1)
  const more = found.length > QUEUE_PAGE_SIZE
  return { rows, next: more && last ? { dueAt: last.dueAt, reference: last.reference } : null }
}

const openProposal = and(
  eq(rejectionProposals.applicationId, deadlines.applicationId),
  isNull(rejectionProposals.answeredAt),
)

const openExtensionRequest = and(
  eq(extensionRequests.applicationId, deadlines.applicationId),
  isNull(extensionRequests.answeredAt),
)

const openComplaint = and(
  eq(complaints.applicationId, deadlines.applicationId),
  isNull(complaints.answeredAt),
)

const messageWaits = sql<boolean>`exists (
  select from ${messages}
  where ${messages.applicationId} = ${deadlines.applicationId}
    and ${messages.sender} = 'resident' and ${messages.settledAt} is null)`

/** A request for more time waits for a supervisor only while the office's clock runs. */
const waitsForSupervisor = sql`(${rejectionProposals.id} is not null
  or (${extensionRequests.id} is not null and ${deadlines.kind} = 'office-must-decide'))`

/** A function, since this file and lib/applications wait for each other while they load. */
function claimHolds(): SQL {
  return sql`${applications.claimedAt} > service_now() - make_interval(mins => ${CLAIM_LASTS_MINUTES})`
}

function inOffices(viewer: StaffViewer): SQL | undefined {
  return and(
    eq(deadlines.state, 'running'),
    isClockOfCaseSql,
    sql`${deadlines.officeCode} = any(${sql.param(viewer.officeCodes)}::text[])`,
  )
}

function startsAfter({ dueAt, reference }: QueuePosition): SQL | undefined {
  return or(
    gt(deadlines.dueAt, dueAt),
    and(eq(deadlines.dueAt, dueAt), gt(applications.reference, reference)),
  )
}

function conditions({ viewer, filter }: { viewer: StaffViewer; filter: QueueFilter }): (SQL | undefined)[] {
  return [
    filter.waitsFor &&
      eq(deadlines.kind, filter.waitsFor === 'office' ? 'office-must-decide' : 'applicant-must-answer'),
    filter.held === 'mine' ? and(eq(applications.claimedById, viewer.staffId), claimHolds()) : undefined,
    filter.held === 'free' ? or(isNull(applications.claimedById), sql`not (${claimHolds()})`) : undefined,
    filter.forSupervisor ? waitsForSupervisor : undefined,
    filter.decideBy && and(eq(deadlines.kind, 'office-must-decide'), lte(deadlines.dueAt, filter.decideBy)),
  ]
}

function asQueueRow(row: {
  reference: string | null
  status: string
  name: string
  deadline: typeof deadlines.$inferSelect
  officeName: string
  holder: string | null
  proposalId: string | null
  extensionRequestId: string | null
  complaintId: string | null
  hasMessage: boolean
  way: (typeof commitmentSignatures.$inferSelect)['way'] | null
}): QueueRow {
  const { deadline } = row
  const flags: QueueFlag[] = []
  if (row.way === 'check') flags.push('check-asked-for')
  if (row.complaintId) flags.push('complaint')
  if (row.hasMessage) flags.push('message')
  if (row.proposalId) flags.push('rejection-proposed')
  if (row.extensionRequestId && deadline.kind === 'office-must-decide') flags.push('extension-requested')
  if (deadline.kind === 'office-must-decide' && deadline.pauses.length > 0) flags.push('correction-answered')
  if (deadline.extensionWorkingDays !== null) flags.push('extended')
  if (deadline.provisional) flags.push('provisional')
  return {
    reference: row.reference ?? '',
    status: row.status === 'correction_requested' ? 'correction_requested' : 'accepted',
    applicant: maskName(row.name),
    dueAt: deadline.dueAt,
    waitsFor: deadline.kind === 'office-must-decide' ? 'office' : 'applicant',
    officeCode: deadline.officeCode,
    officeName: row.officeName,
    holder: row.holder,
    answeredAt: answeredAt(deadline),
    flags,
  }
}

function answeredAt({ pauses }: typeof deadlines.$inferSelect): Date | null {
  const ended = pauses.findLast(({ to }) => to !== null)
  return ended?.to ? new Date(ended.to) : null
}

export type QueueFigures = {
  dueToday: number
  waitForOffice: number
  waitForApplicant: number
  forSupervisor: number
}

/** The figures above the queue; each leads to the cases behind it. `dayEndsAt` closes today's bracket. */
export async function queueFigures(
  { viewer, dayEndsAt }: { viewer: StaffViewer; dayEndsAt: Date },
  { db }: { db: Queryable },
): Promise<QueueFigures> {
  const [row] = await db
    .select({
      dueToday: count(
        sql`case when ${deadlines.kind} = 'office-must-decide' and ${deadlines.dueAt} <= ${dayEndsAt.toISOString()}::timestamptz then 1 end`,
      ),
      waitForOffice: count(sql`case when ${deadlines.kind} = 'office-must-decide' then 1 end`),
      waitForApplicant: count(sql`case when ${deadlines.kind} = 'applicant-must-answer' then 1 end`),
      forSupervisor: count(sql`case when ${waitsForSupervisor} then 1 end`),
    })
    .from(deadlines)
    .leftJoin(rejectionProposals, openProposal)
    .leftJoin(extensionRequests, openExtensionRequest)
    .where(inOffices(viewer))
  return row ?? { dueToday: 0, waitForOffice: 0, waitForApplicant: 0, forSupervisor: 0 }
}
