import { eq } from 'drizzle-orm'
import { sealSessionSecret } from '@/app/_session/cookie'
import { staff, staffAuthenticators, staffPasskeys } from '@/db/schema'
import { aStaffMember } from '@/db/testing/test-cases'
import {
  hashPassword,
  initialPasswordUntil,
  newTotpSecret,
  type StaffViewer,
  startFirstStep,
} from '@/lib/identity'
import { type Database, serviceNow } from '@/lib/platform/database'

export type Half = 'second step' | 'without factor' | 'newcomer'

/** Whoever has shown a password and nothing else. */
export async function halfWay(db: Database): Promise<[Half, string][]> {
  const begin = async ({ staffId }: StaffViewer) =>
    sealSessionSecret(await startFirstStep({ staffId }, { db }))
  const withFactor = await aStaffMember(db)
  const newcomer = await aStaffMember(db)
  await giveFactors(db, { ...withFactor, credentialId: 'passkey-of-the-world' })
  await db
    .update(staff)
    .set({ initialPasswordUntil, passwordHash: await hashPassword('handed over') })
    .where(eq(staff.id, newcomer.staffId))
  return [
    ['second step', await begin(withFactor)],
    ['without factor', await begin(await aStaffMember(db))],
    ['newcomer', await begin(newcomer)],
  ]
}

/** An app and a passkey, neither of which anybody holds. */
export async function giveFactors(
  db: Database,
  { staffId, credentialId }: { staffId: string; credentialId: string },
): Promise<void> {
  const confirmedAt = await serviceNow(db)
  await db.insert(staffAuthenticators).values({ staffId, secret: newTotpSecret(), confirmedAt })
  const key = { publicKey: '-', counter: 0, transports: [], isBackedUp: false, name: '手机' }
  await db.insert(staffPasskeys).values({ ...key, staffId, credentialId })
}
