import { asc, eq } from 'drizzle-orm'
import {
  applicationEvents,
  applicationParties,
  applications,
  commitmentSignatures,
  correctionNotices,
  deadlines,
  offices,
  staff,
} from '@/db/schema'
import { type HandlingFailure, whyNotHandle } from '@/lib/applications'
import { recordView } from '@/lib/audit'
import { findCertificateOfCase } from '@/lib/certificates'
import { findOpenProposal, findStandingDecision } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
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
) {
  const [application] = await db.select().from(applications).where(eq(applications.reference, reference))
  if (!application?.officeCode) return failed('case-not-found')
  const why = await whyNotHandle(db, { viewer, application, as: 'officer' })
  if (why) return failed(why)
  await recordView(db, { viewer, application, purpose: 'handle-case' })
  return done(await readCase(db, application)) satisfies Result<unknown, HandlingFailure>
}

export type StaffCase = Awaited<ReturnType<typeof readCase>>

async function readCase(db: Database, application: typeof applications.$inferSelect) {
  const { id, officeCode } = application
  const [parties, events, clocks, [notice], [signature], [office], proposal, decision, certificate, people] =
    await Promise.all([
      db.select().from(applicationParties).where(eq(applicationParties.applicationId, id)),
      db
        .select({ event: applicationEvents, staffName: staff.name, officeName: offices.name })
        .from(applicationEvents)
        .leftJoin(staff, eq(staff.id, applicationEvents.staffId))
        .leftJoin(offices, eq(offices.code, applicationEvents.officeCode))
        .where(eq(applicationEvents.applicationId, id))
        .orderBy(asc(applicationEvents.id)),
      db.select().from(deadlines).where(eq(deadlines.applicationId, id)),
      db.select().from(correctionNotices).where(eq(correctionNotices.applicationId, id)),
      db.select().from(commitmentSignatures).where(eq(commitmentSignatures.applicationId, id)),
      db
        .select()
        .from(offices)
        .where(eq(offices.code, officeCode ?? '')),
      findOpenProposal(db, { applicationId: id }),
      findStandingDecision(db, { applicationId: id }),
      findCertificateOfCase(db, { applicationId: id }),
      namesOf(db, [application.firstContactId, application.claimedById]),
    ])
  if (!office) throw new Error('every case has its office')
  return {
    application: { ...application, officeCode: office.code },
    office,
    parties,
    events,
    officeClock: clocks.find(({ kind }) => kind === 'office-must-decide') ?? null,
    runningClock: clocks.find(({ state }) => state === 'running') ?? null,
    notice: notice ?? null,
    signature: signature ?? null,
    proposal,
    decision,
    certificate,
    firstContact: people.get(application.firstContactId ?? '') ?? null,
    holder: people.get(application.claimedById ?? '') ?? null,
  }
}

async function namesOf(db: Database, ids: (string | null)[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const id of new Set(ids)) {
    if (!id) continue
    const [person] = await db.select({ name: staff.name }).from(staff).where(eq(staff.id, id))
    if (person) found.set(id, person.name)
  }
  return found
}
