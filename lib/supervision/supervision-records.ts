import { aliasedTable, and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import {
  applicationEvents,
  applicationParties,
  applications,
  deadlines,
  offices,
  staff,
  supervisionRecords,
} from '@/db/schema'
import { isActOfProxy } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { maskName } from '@/lib/identity/rules'
import type { Queryable } from '@/lib/platform/database'
import { following, inOrder, type ListPosition, toTheMillisecond } from './list-position'
import { isOneOf } from './supervised-clocks'

export const RECORDS_PAGE_SIZE = 50

const order = { at: toTheMillisecond(supervisionRecords.openedAt), direction: 'latest-first' } as const

export type SupervisionRecord = {
  reference: string
  applicant: string
  officeCode: string
  officeName: string
  officeNameEnglish: string
  openedAt: Date
  dueAt: Date
  firstContact: string | null
  closedAt: Date | null
  closedBy: string | null
  finding: string | null
}

/** The records opened against the viewer's offices, newest first; those still open, or those closed. */
export async function supervisionRecordsOf(
  { viewer, isOpen, after }: { viewer: StaffViewer; isOpen: boolean; after?: ListPosition },
  { db }: { db: Queryable },
): Promise<{ rows: SupervisionRecord[]; next: ListPosition | null }> {
  const state = isOpen ? isNull(supervisionRecords.closedAt) : isNotNull(supervisionRecords.closedAt)
  const found = await records(db, {
    viewer,
    which: and(state, after && following({ ...order, after })),
  })
    .orderBy(...inOrder(order))
    .limit(RECORDS_PAGE_SIZE + 1)
  const rows = found.slice(0, RECORDS_PAGE_SIZE).map(asRecord)
  const last = rows.at(-1)
  const more = found.length > RECORDS_PAGE_SIZE
  return { rows, next: more && last ? { at: last.openedAt, reference: last.reference } : null }
}

export type RecordedEvent = {
  name: string
  at: Date
  actor: string
  byProxy: boolean
  staffName: string | null
}

/** One record with what happened in its case, for whoever writes the finding; null outside one's offices. */
export async function findSupervisionRecord(
  { viewer, reference }: { viewer: StaffViewer; reference: string },
  { db }: { db: Queryable },
): Promise<{ record: SupervisionRecord; events: RecordedEvent[] } | null> {
  const [row] = await records(db, { viewer, which: eq(applications.reference, reference) }).limit(1)
  if (!row) return null
  const events = await db
    .select({
      name: applicationEvents.name,
      at: applicationEvents.at,
      actor: applicationEvents.actor,
      residentId: applicationEvents.residentId,
      application: { appliedBy: applications.appliedBy, residentId: applications.residentId },
      staffName: staff.name,
    })
    .from(applicationEvents)
    .innerJoin(applications, eq(applications.id, applicationEvents.applicationId))
    .leftJoin(staff, eq(staff.id, applicationEvents.staffId))
    .where(eq(applications.reference, reference))
    .orderBy(asc(applicationEvents.id))
  return {
    record: asRecord(row),
    events: events.map(({ residentId, application, ...event }) => ({
      ...event,
      byProxy: isActOfProxy({ residentId, application }),
    })),
  }
}

const firstContact = aliasedTable(staff, 'first_contact')
const closer = aliasedTable(staff, 'closer')

function records(db: Queryable, { viewer, which }: { viewer: StaffViewer; which: SQL | undefined }) {
  return db
    .select({
      reference: applications.reference,
      name: applicationParties.name,
      officeCode: offices.code,
      officeName: offices.name,
      officeNameEnglish: offices.nameEnglish,
      openedAt: supervisionRecords.openedAt,
      dueAt: deadlines.dueAt,
      firstContact: firstContact.name,
      closedAt: supervisionRecords.closedAt,
      closedBy: closer.name,
      finding: supervisionRecords.finding,
    })
    .from(supervisionRecords)
    .innerJoin(applications, eq(applications.id, supervisionRecords.applicationId))
    .innerJoin(
      applicationParties,
      and(eq(applicationParties.applicationId, applications.id), eq(applicationParties.role, 'applicant')),
    )
    .innerJoin(deadlines, eq(deadlines.id, supervisionRecords.deadlineId))
    .innerJoin(offices, eq(offices.code, supervisionRecords.officeCode))
    .leftJoin(firstContact, eq(firstContact.id, applications.firstContactId))
    .leftJoin(closer, eq(closer.id, supervisionRecords.closedById))
    .where(and(isOneOf(sql`${supervisionRecords.officeCode}`, viewer.officeCodes), which))
    .$dynamic()
}

function asRecord({
  name,
  reference,
  ...row
}: Omit<SupervisionRecord, 'applicant' | 'reference'> & {
  name: string
  reference: string | null
}): SupervisionRecord {
  return { ...row, reference: reference ?? '', applicant: maskName(name) }
}
