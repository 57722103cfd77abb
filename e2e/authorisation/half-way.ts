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
  await db.insert(staffAuthenticators).values({
    staffId: withFactor.staffId,
    secret: newTotpSecret(),
    confirmedAt: await serviceNow(db),
  })
  await db.insert(staffPasskeys).values({
    credentialId: 'passkey-of-the-world',
    staffId: withFactor.staffId,
    publicKey: '-',
    counter: 0,
    transports: [],
    isBackedUp: false,
    name: '手机',
  })
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
