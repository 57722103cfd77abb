import { aliasedTable, and, eq, gte, isNull, type SQL, sql } from 'drizzle-orm'
import { applicationParties, applications, deadlines, decisions, offices, staff } from '@/db/schema'
import type { ApplicationStatus } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { maskName } from '@/lib/identity/rules'
import { type Queryable, serviceNow } from '@/lib/platform/database'
import { endOfToday } from './end-of-today'
import { following, inOrder, type ListPosition, toTheMillisecond } from './list-position'
import { startOfMonth } from './start-of-month'
import { clocksDueToday, isOneOf, lapsedClocks, openClocks, responsibleId } from './supervised-clocks'

/** The lists behind the figures of supervision. */
export const supervisedLists = ['due-today', 'open', 'decided', 'lapsed'] as const
export type SupervisedList = (typeof supervisedLists)[number]

export const SUPERVISED_PAGE_SIZE = 50

export type SupervisedCase = {
  reference: string
  status: ApplicationStatus
  applicant: string
  officeCode: string
  officeName: string
  officeNameEnglish: string
  /** When it is due, was decided or lapsed, as the list has it. */
  at: Date
  responsible: string | null
}

type Asked = {
  viewer: StaffViewer
  list: SupervisedList
  /** Only cases for which this person answers; `nobody` for those that nobody has taken. */
  staffNumber?: string
  after?: ListPosition
}

/** The cases behind a figure, in the viewer's offices only; names are masked. Newest first, except what is due. */
export async function supervisedCases(
  asked: Asked,
  { db }: { db: Queryable },
): Promise<{ rows: SupervisedCase[]; next: ListPosition | null }> {
  const { list } = asked
  const found =
    list === 'decided' ? await decidedCases(db, asked) : await clockedCases(db, { ...asked, list })
  const rows = found.slice(0, SUPERVISED_PAGE_SIZE).map(({ name, ...row }) => ({
    ...row,
    reference: row.reference ?? '',
    applicant: maskName(name),
  }))
  const last = rows.at(-1)
  const more = found.length > SUPERVISED_PAGE_SIZE
  return { rows, next: more && last ? { at: last.at, reference: last.reference } : null }
}

const responsible = aliasedTable(staff, 'responsible')

const columns = {
  reference: applications.reference,
  status: applications.status,
  name: applicationParties.name,
  officeCode: offices.code,
  officeName: offices.name,
  officeNameEnglish: offices.nameEnglish,
  responsible: responsible.name,
}

const applicantOfCase = and(
  eq(applicationParties.applicationId, applications.id),
  eq(applicationParties.role, 'applicant'),
)

type ClockedList = Exclude<SupervisedList, 'decided'>

async function clockedCases(
  db: Queryable,
  { viewer, list, staffNumber, after }: Asked & { list: ClockedList },
) {
  const now = await serviceNow(db)
  const order =
    list === 'lapsed'
      ? ({ at: toTheMillisecond(deadlines.lapsedAt), direction: 'latest-first' } as const)
      : ({ at: sql`${deadlines.dueAt}`, direction: 'earliest-first' } as const)
  const which = {
    open: openClocks({ viewer }),
    'due-today': clocksDueToday({ viewer, dayEndsAt: endOfToday(now) }),
    lapsed: lapsedClocks({ viewer, since: startOfMonth(now) }),
  } satisfies Record<ClockedList, unknown>
  return db
    .select({ ...columns, at: order.at.mapWith(deadlines.dueAt) })
    .from(deadlines)
    .innerJoin(applications, eq(applications.id, deadlines.applicationId))
    .innerJoin(applicationParties, applicantOfCase)
    .innerJoin(offices, eq(offices.code, deadlines.officeCode))
    .leftJoin(responsible, sql`${responsible.id} = ${responsibleId}`)
    .where(and(which[list], ofPerson(staffNumber), after && following({ ...order, after })))
    .orderBy(...inOrder(order))
    .limit(SUPERVISED_PAGE_SIZE + 1)
}

async function decidedCases(db: Queryable, { viewer, staffNumber, after }: Asked) {
  const since = startOfMonth(await serviceNow(db))
  const order = { at: toTheMillisecond(decisions.decidedAt), direction: 'latest-first' } as const
  return db
    .select({ ...columns, at: order.at.mapWith(decisions.decidedAt) })
    .from(decisions)
    .innerJoin(applications, eq(applications.id, decisions.applicationId))
    .innerJoin(applicationParties, applicantOfCase)
    .innerJoin(offices, eq(offices.code, decisions.officeCode))
    .innerJoin(responsible, eq(responsible.id, decisions.decidedById))
    .where(
      and(
        isOneOf(sql`${decisions.officeCode}`, viewer.officeCodes),
        gte(decisions.decidedAt, since),
        ofPerson(staffNumber),
        after && following({ ...order, after }),
      ),
    )
    .orderBy(...inOrder(order))
    .limit(SUPERVISED_PAGE_SIZE + 1)
}

function ofPerson(staffNumber: string | undefined): SQL | undefined {
  if (staffNumber === undefined) return undefined
  return staffNumber === 'nobody' ? isNull(responsible.id) : eq(responsible.staffNumber, staffNumber)
}
