import { asc, eq, inArray } from 'drizzle-orm'
import {
  applicationEvents,
  applicationParties,
  applications,
  commitmentSignatures,
  commitmentVersions,
  correctionNotices,
  deadlines,
  offices,
  staff,
} from '@/db/schema'
import { type HandlingFailure, holdsClaim, whyNotFound, whyNotHandle, whyNotNotify } from '@/lib/applications'
import { recordRefusedLook, recordView } from '@/lib/audit'
import { charactersThatDoNotPrint, findCertificateOfCase } from '@/lib/certificates'
import { complaintsOfCase } from '@/lib/complaints'
import { findOpenExtensionRequest, isClockOfCase, officeTime } from '@/lib/deadlines'
import { type CaseFacts, findOpenProposal, findReturnedProposal, findStandingDecision } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { type Database, serviceNow, type Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'

/**
 * Everything an office needs to decide a case, on one screen. Opening it is a logged view, which the
 * applicant sees.
 *
 * @returns `other-office`, `party-to-the-case` or `not-your-role` where the person may not open it
 */
export async function findCase(
  { reference, viewer }: { reference: string; viewer: StaffViewer },
  { db }: { db: Database },
): Promise<Result<StaffCase, HandlingFailure | 'case-not-found'>> {
  const [application] = await db.select().from(applications).where(eq(applications.reference, reference))
  if (!application?.officeCode) return failed(await whyNotFound(db, { reference, viewer, as: 'officer' }))
  const why = await whyNotHandle(db, { viewer, application, as: 'officer' })
  if (why) return failed(why)
  await recordView(db, { viewer, application, purpose: 'handle-case' })
  const { officeCode } = application
  return done(await db.transaction(transaction => readCase(transaction, { ...application, officeCode })))
}

/**
 * Logs in the case that somebody asked for it who may not open it. For this the case is read past what
 * row-level security shows the person, who is told nothing of it.
 *
 * @param db the service's own, which sees all rows
 */
export async function recordRefusalOfCase(
  { reference, viewer, why }: { reference: string; viewer: StaffViewer; why: HandlingFailure },
  { db }: { db: Database },
): Promise<void> {
  const [application] = await db
    .select({ id: applications.id, officeCode: applications.officeCode })
    .from(applications)
    .where(eq(applications.reference, reference))
  if (application) await recordRefusedLook(db, { viewer, application, why })
}

export type StaffCase = Awaited<ReturnType<typeof readCase>>

type CaseOfOffice = typeof applications.$inferSelect & { officeCode: string }

/** In one transaction, so that all questions go to the server together. */
async function readCase(db: Transaction, application: CaseOfOffice) {
  const { id, officeCode } = application
  const now = await serviceNow(db)
  const ofCase = { applicationId: id }
  const [parties, events, clocks, notice, signature, [office], time, people, whyNoNotice, ...rest] =
    await Promise.all([
      db.select().from(applicationParties).where(eq(applicationParties.applicationId, id)),
      eventsOf(db, id),
      db.select().from(deadlines).where(eq(deadlines.applicationId, id)),
      noticeOf(db, id),
      signatureOf(db, id),
      db.select().from(offices).where(eq(offices.code, officeCode)),
      officeTime(db, { officeCode }),
      namesOf(db, [application.firstContactId, application.claimedById, application.assistedById]),
      whyNotNotify(db, { application, now }),
      findOpenProposal(db, ofCase),
      findReturnedProposal(db, ofCase),
      findOpenExtensionRequest(db, ofCase),
      findStandingDecision(db, ofCase),
      findCertificateOfCase(db, ofCase),
      complaintsOfCase(db, ofCase),
    ])
  const [proposal, returned, extensionRequest, decision, certificate, complaints] = rest
  if (!office) throw new Error('every case has its office')
  return {
    application: { ...application, reference: application.reference ?? '' },
    office,
    time,
    now,
    parties,
    events,
    officeClock: clocks.filter(isClockOfCase).find(({ kind }) => kind === 'office-must-decide') ?? null,
    runningClock: clocks.filter(isClockOfCase).find(({ state }) => state === 'running') ?? null,
    notice,
    whyNoNotice,
    signature,
    proposal,
    proposedBy: await nameOf(db, proposal?.proposal.proposedById ?? null),
    returned,
    extensionRequest,
    decision,
    certificate,
    complaints,
    notPrintable: decision && !certificate ? await charactersThatDoNotPrint(namesOnPaper(parties)) : [],
    firstContact: people.get(application.firstContactId ?? '') ?? null,
    /** Who typed it in at the counter, with the applicant present. */
    assistedBy: people.get(application.assistedById ?? '') ?? null,
    /** Whoever has the case open; a claim that went idle holds nothing. */
    holder: holdsClaim({ claimedAt: application.claimedAt, now })
      ? (people.get(application.claimedById ?? '') ?? null)
      : null,
  }
}

/** What `allowedActions` asks of a case. */
export function factsOf(found: StaffCase): CaseFacts {
  const { application, runningClock, officeClock, whyNoNotice, proposal, extensionRequest } = found
  return {
    status: application.status,
    dueAt: runningClock?.dueAt ?? null,
    whyNoNotice,
    proposal: proposal?.proposal ?? null,
    isExtended: officeClock?.extensionWorkingDays != null,
    isExtensionRequested: extensionRequest !== null,
    claimedById: application.claimedById,
    claimedAt: application.claimedAt,
  }
}

/** The names that the certificate carries: the applicant's, and the other parent's once they have confirmed. */
function namesOnPaper(parties: (typeof applicationParties.$inferSelect)[]): string {
  return parties
    .filter(({ role, confirmedAt }) => role === 'applicant' || (role === 'other_parent' && confirmedAt))
    .map(({ name }) => name)
    .join('')
}

async function eventsOf(db: Transaction, applicationId: string) {
  return db
    .select({ event: applicationEvents, staffName: staff.name, officeName: offices.name })
    .from(applicationEvents)
    .leftJoin(staff, eq(staff.id, applicationEvents.staffId))
    .leftJoin(offices, eq(offices.code, applicationEvents.officeCode))
    .where(eq(applicationEvents.applicationId, applicationId))
    .orderBy(asc(applicationEvents.id))
}

async function noticeOf(db: Transaction, applicationId: string) {
  const [row] = await db
    .select({ notice: correctionNotices, sentBy: staff.name })
    .from(correctionNotices)
    .leftJoin(staff, eq(staff.id, correctionNotices.sentById))
    .where(eq(correctionNotices.applicationId, applicationId))
  return row ? { ...row.notice, sentBy: row.sentBy } : null
}

/** The act of signing with the text that was signed. */
async function signatureOf(db: Transaction, applicationId: string) {
  const [row] = await db
    .select({ signature: commitmentSignatures, commitment: commitmentVersions })
    .from(commitmentSignatures)
    .innerJoin(commitmentVersions, eq(commitmentVersions.version, commitmentSignatures.version))
    .where(eq(commitmentSignatures.applicationId, applicationId))
  return row ?? null
}

async function namesOf(db: Transaction, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter(id => id !== null)
  const people = await db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, known))
  return new Map(people.map(({ id, name }) => [id, name]))
}

async function nameOf(db: Transaction, id: string | null): Promise<string | null> {
  return id ? ((await namesOf(db, [id])).get(id) ?? null) : null
}
