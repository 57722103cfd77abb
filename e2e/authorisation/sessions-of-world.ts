import { eq, isNotNull, sql } from 'drizzle-orm'
import { sealSessionSecret } from '@/app/_session/cookie'
import { assistances, sessions, staff } from '@/db/schema'
import { aStaffMember } from '@/db/testing/test-cases'
import { aResident } from '@/lib/applications/drafts/testing'
import { hashPassword, type ResidentViewer, type StaffViewer, startSession } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { giveFactors, type Half, halfWay } from './half-way'
import { makeOversight } from './oversight-of-world'
import type { Role, World } from './world'

type People = { resident: ResidentViewer; officer: StaffViewer; supervisor: StaffViewer }

/** A member of staff at whose counter a resident of their own applies right now. */
async function helpsSomebody(db: Database, { staffId, officeCodes: [officeCode = ''] }: StaffViewer) {
  const [session] = await db.select().from(sessions).where(eq(sessions.staffId, staffId))
  if (!session) throw new Error('somebody who is signed in helps')
  const { residentId } = await aResident(db)
  const endsAt = sql`service_now() + interval '1 hour'`
  await db.insert(assistances).values({ staffId, sessionId: session.id, residentId, officeCode, endsAt })
}

/** Gives a member of staff what their own account page can change, take away or end. */
async function fillAccountOfStaff(db: Database, { staffId }: StaffViewer): Promise<void> {
  await db
    .update(staff)
    .set({ passwordHash: await hashPassword('handed over') })
    .where(eq(staff.id, staffId))
  await giveFactors(db, { staffId, credentialId: 'passkey-of-an-auditor' })
  await startSession({ staffId }, { db })
}

/** The factor that a session has shown stays recent for as long as the test takes. */
async function neverAskForFactor(db: Database): Promise<void> {
  await db
    .update(sessions)
    .set({ secondFactorAt: new Date('2100-01-01T00:00:00+08:00') })
    .where(isNotNull(sessions.secondFactorAt))
}

/** A session for everybody who may knock, and for those who are half-way through signing in. */
export async function cookiesOf(db: Database, people: People): Promise<World['cookies']> {
  const { resident, officer, supervisor } = people
  const cookie = async (owner: Parameters<typeof startSession>[0]) =>
    sealSessionSecret(await startSession(owner, { db }))
  const elsewhere = await aStaffMember(db, { officeCodes: ['420202007'] })
  const county = await aStaffMember(db, { role: 'county', officeCodes: ['420202006', '420202007'] })
  const administrator = await aStaffMember(db, { role: 'administrator', officeCodes: [] })
  const auditor = await aStaffMember(db, { role: 'auditor', officeCodes: [] })
  // A second session, to be ended from the first.
  await startSession({ residentId: resident.residentId }, { db })
  await fillAccountOfStaff(db, auditor)
  const owners: Record<Exclude<Role, 'anonymous' | Half>, Parameters<typeof startSession>[0]> = {
    resident: { residentId: resident.residentId },
    'other resident': { residentId: (await aResident(db)).residentId },
    officer: { staffId: officer.staffId },
    'officer elsewhere': { staffId: elsewhere.staffId },
    supervisor: { staffId: supervisor.staffId },
    county: { staffId: county.staffId },
    administrator: { staffId: administrator.staffId },
    auditor: { staffId: auditor.staffId },
  }
  const entries = Object.entries(owners).map(async ([role, owner]) => [role, await cookie(owner)])
  const cookies = Object.fromEntries(await Promise.all([...entries, ...(await halfWay(db))]))
  await helpsSomebody(db, elsewhere)
  await makeOversight(db, { watched: elsewhere, resident })
  await neverAskForFactor(db)
  return cookies
}
