import { and, asc, count, eq, isNull, max, min, type SQL, sql } from 'drizzle-orm'
import { applicationParties, applications, messages } from '@/db/schema'
import type { ApplicationStatus } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { maskName } from '@/lib/identity/rules'
import type { Queryable } from '@/lib/platform/database'
import type { MessageOfCase } from './find-messages'

/** More than anybody answers in a day; the figure above the list says how many there are. */
const MOST_SHOWN = 100

export type MessageToAnswer = {
  reference: string
  status: ApplicationStatus
  applicant: string
  sentAt: Date
  answerBy: Date
}

/** A message that waits goes with its case: the office that has the case now answers. */
function waitsFor({ officeCodes }: StaffViewer): SQL | undefined {
  return and(
    eq(messages.sender, 'resident'),
    isNull(messages.settledAt),
    sql`${applications.officeCode} = any(${sql.param(officeCodes)}::text[])`,
  )
}

/** The cases in which the applicant waits for an answer, the one that waits longest on top. Names are masked. */
export async function messagesToAnswer(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<MessageToAnswer[]> {
  const waiting = db
    .select({
      applicationId: messages.applicationId,
      answerBy: min(messages.answerBy).as('answer_by'),
      sentAt: max(messages.sentAt).as('sent_at'),
    })
    .from(messages)
    .innerJoin(applications, eq(applications.id, messages.applicationId))
    .where(waitsFor(viewer))
    .groupBy(messages.applicationId)
    .as('waiting')
  const rows = await db
    .select({
      reference: applications.reference,
      status: applications.status,
      name: applicationParties.name,
      sentAt: waiting.sentAt,
      answerBy: waiting.answerBy,
    })
    .from(waiting)
    .innerJoin(applications, eq(applications.id, waiting.applicationId))
    .innerJoin(
      applicationParties,
      and(eq(applicationParties.applicationId, applications.id), eq(applicationParties.role, 'applicant')),
    )
    .orderBy(asc(waiting.answerBy), asc(applications.reference))
    .limit(MOST_SHOWN)
  return rows.flatMap(({ name, reference, sentAt, answerBy, status }) =>
    sentAt && answerBy
      ? [{ reference: reference ?? '', status, applicant: maskName(name), sentAt, answerBy }]
      : [],
  )
}

/** In how many cases the applicant waits for an answer. */
export async function countMessagesToAnswer(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<number> {
  const [row] = await db
    .select({ cases: count(sql`distinct ${messages.applicationId}`) })
    .from(messages)
    .innerJoin(applications, eq(applications.id, messages.applicationId))
    .where(waitsFor(viewer))
  return row?.cases ?? 0
}

/** The oldest message of a correspondence to which the office still owes an answer. */
export function waitingMessage(correspondence: readonly MessageOfCase[]): MessageOfCase | null {
  return correspondence.find(({ sender, settledAt }) => sender === 'resident' && !settledAt) ?? null
}
