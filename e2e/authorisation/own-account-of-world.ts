import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { personCookie } from '@/app/_session/openid-steps'
import { emailCookie } from '@/app/_session/pending-email'
import { sealWords } from '@/app/_session/sealed-cookie'
import { applications, phoneChanges, residents } from '@/db/schema'
import { linkOwnAccount, type ResidentViewer, type StaffViewer } from '@/lib/identity'
import { type Database, serviceNow } from '@/lib/platform/database'
import type { World } from './world'

const identity = { issuer: 'https://portal.example.cn', subject: 'somebody' }

/** Gives the resident what their own account page can take away or finish. */
export async function fillOwnAccount(db: Database, viewer: ResidentViewer): Promise<void> {
  const { residentId, phone } = viewer
  await db
    .update(residents)
    .set({ email: 'resident@example.cn', emailConfirmedAt: await serviceNow(db) })
    .where(eq(residents.id, residentId))
  await linkOwnAccount({ viewer, identity }, { db })
  await db
    .insert(phoneChanges)
    .values({ residentId, way: 'both-phones', oldPhone: phone, newPhone: '+8613700000099' })
}

/** An account that passed to another phone just now; gives the secret by which the old number objects. */
export async function changedPhone(db: Database, { residentId, phone }: ResidentViewer): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const now = await serviceNow(db)
  await db.insert(phoneChanges).values({
    residentId,
    way: 'openid',
    oldPhone: phone,
    newPhone: '+8613700000098',
    changedAt: now,
    objectUntil: new Date(now.getTime() + 86_400_000),
    objectionDigest: createHash('sha256').update(secret).digest('base64url'),
  })
  return secret
}

/** At an office: a change of phone that waits for its code, whose id is given, and one for the auditor to look at. */
export async function phoneChangesAtOffice(
  db: Database,
  { viewer, officer, reference }: { viewer: ResidentViewer; officer: StaffViewer; reference: string },
): Promise<{ phoneChange: string }> {
  const { residentId, phone: oldPhone } = viewer
  const { staffId, officeCodes } = officer
  const [application] = await db.select().from(applications).where(eq(applications.reference, reference))
  const now = await serviceNow(db)
  const atOffice = {
    residentId,
    oldPhone,
    way: 'office' as const,
    staffId,
    officeCode: officeCodes[0],
    documentSeen: 'resident-id-card' as const,
    applicationId: application?.id,
  }
  // Asked for an hour from now, so that it waits as long as anybody knocks.
  const askedAt = new Date(now.getTime() + 3_600_000)
  const [waiting] = await db
    .insert(phoneChanges)
    .values([
      { ...atOffice, newPhone: '+8613700000097', askedAt },
      { ...atOffice, newPhone: '+8613700000096', changedAt: now },
    ])
    .returning({ id: phoneChanges.id })
  if (!waiting) throw new Error('the changes were not kept')
  return { phoneChange: waiting.id }
}

/** What browsers keep between two steps, sealed as the service seals it. */
export async function stepCookies(): Promise<World['stepCookies']> {
  const nobody = await sealWords(personCookie, { ...identity, subject: 'nobody' })
  const email = await sealWords(emailCookie, { email: 'nobody@example.cn' })
  return { provider: [personCookie.name, nobody], email: [emailCookie.name, email] }
}
