import { asc, desc, eq } from 'drizzle-orm'
import {
  applicationEvents,
  applicationParties,
  applications,
  certificates,
  commitmentSignatures,
  commitmentVersions,
  consentWithdrawals,
  correctionNotices,
  counties,
  deadlines,
  offices,
  staff,
} from '@/db/schema'
import { viewsOfApplication } from '@/lib/audit'
import { complaintsOfCase } from '@/lib/complaints'
import { isClockOfCase, officeTime } from '@/lib/deadlines'
import { findStandingDecision } from '@/lib/decisions'
import { mayReadApplication, type ResidentViewer } from '@/lib/identity'
import { type Database, serviceNow } from '@/lib/platform/database'
import { readerOfCase, whoseAct } from './reader-of-case'
import { readReference } from './reference'
import { storyOfCase } from './story-of-case'

export type OwnCase = Awaited<ReturnType<typeof readOwnCase>>
export type OwnEvent = OwnCase['events'][number]

/**
 * Everything that a resident may know of an own case, which is everything but what the office notes for
 * itself. Somebody else's case is answered like one that does not exist.
 */
export async function findOwnApplication(
  { reference, viewer }: { reference: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<OwnCase | null> {
  const read = readReference(reference)
  if (!read.ok) return null
  const [application] = await db.select().from(applications).where(eq(applications.reference, read.value))
  if (!application?.officeCode || !application.acceptedAt) return null
  if (!mayReadApplication({ viewer, application })) return null
  const { officeCode, acceptedAt } = application
  return readOwnCase(db, {
    application: { ...application, reference: read.value, officeCode, acceptedAt },
    viewer,
  })
}

type SubmittedApplication = typeof applications.$inferSelect & {
  reference: string
  officeCode: string
  acceptedAt: Date
}

async function readOwnCase(
  db: Database,
  { application, viewer }: { application: SubmittedApplication; viewer: ResidentViewer },
) {
  const { id: applicationId, officeCode } = application
  const [
    now,
    parties,
    events,
    clocks,
    notice,
    signature,
    [place],
    time,
    decision,
    papers,
    views,
    contact,
    complaints,
  ] = await Promise.all([
    serviceNow(db),
    db.select().from(applicationParties).where(eq(applicationParties.applicationId, applicationId)),
    eventsOf(db, applicationId),
    db.select().from(deadlines).where(eq(deadlines.applicationId, applicationId)),
    noticeOf(db, applicationId),
    signatureOf(db, applicationId),
    placeOf(db, officeCode),
    officeTime(db, { officeCode }),
    findStandingDecision(db, { applicationId }),
    certificatesOf(db, applicationId),
    viewsOfApplication(db, { applicationId }),
    nameOf(db, application.firstContactId),
    complaintsOfCase(db, { applicationId }),
  ])
  if (!place) throw new Error('every submitted application has its office')
  const { office, county } = place
  return {
    application,
    reader: readerOfCase({ application, viewer }),
    story: storyOfCase({
      status: application.status,
      way: signature?.signature.way,
      events: events.map(({ event }) => ({ ...event, by: whoseAct({ event, application, viewer }) })),
    }),
    office,
    /** Whose supervision stands above the office. */
    county,
    time,
    now,
    parties,
    events,
    officeClock: clocks.find(({ kind }) => kind === 'office-must-decide') ?? null,
    runningClock: clocks.filter(isClockOfCase).find(({ state }) => state === 'running') ?? null,
    notice,
    signature,
    decision,
    certificates: papers,
    views,
    firstContact: contact,
    /** The newest first. */
    complaints,
  }
}

async function placeOf(db: Database, officeCode: string) {
  return db
    .select({ office: offices, county: { name: counties.name, nameEnglish: counties.nameEnglish } })
    .from(offices)
    .innerJoin(counties, eq(counties.code, offices.countyCode))
    .where(eq(offices.code, officeCode))
}

async function eventsOf(db: Database, applicationId: string) {
  return db
    .select({ event: applicationEvents, officeName: offices.name, officeNameEnglish: offices.nameEnglish })
    .from(applicationEvents)
    .leftJoin(offices, eq(offices.code, applicationEvents.officeCode))
    .where(eq(applicationEvents.applicationId, applicationId))
    .orderBy(asc(applicationEvents.id))
}

async function noticeOf(db: Database, applicationId: string) {
  const [notice] = await db
    .select()
    .from(correctionNotices)
    .where(eq(correctionNotices.applicationId, applicationId))
  return notice ?? null
}

async function signatureOf(db: Database, applicationId: string) {
  const [row] = await db
    .select({
      signature: commitmentSignatures,
      commitment: commitmentVersions,
      consentWithdrawnAt: consentWithdrawals.withdrawnAt,
    })
    .from(commitmentSignatures)
    .innerJoin(commitmentVersions, eq(commitmentVersions.version, commitmentSignatures.version))
    .leftJoin(consentWithdrawals, eq(consentWithdrawals.applicationId, commitmentSignatures.applicationId))
    .where(eq(commitmentSignatures.applicationId, applicationId))
  return row ?? null
}

async function certificatesOf(db: Database, applicationId: string) {
  return db
    .select({
      number: certificates.number,
      version: certificates.version,
      status: certificates.status,
      issuedOn: certificates.issuedOn,
      issuedAt: certificates.issuedAt,
    })
    .from(certificates)
    .where(eq(certificates.applicationId, applicationId))
    .orderBy(desc(certificates.version))
}

async function nameOf(db: Database, staffId: string | null): Promise<string | null> {
  if (!staffId) return null
  const [member] = await db.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId))
  return member?.name ?? null
}
