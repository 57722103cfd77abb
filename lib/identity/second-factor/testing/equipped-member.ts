import { eq } from 'drizzle-orm'
import { staff, staffAuthenticators } from '@/db/schema'
import { aStaffMember } from '@/db/testing/test-cases'
import { type Database, serviceNow } from '@/lib/platform/database'
import { findFirstStep, findSession, type StaffViewer, startFirstStep } from '../../sessions'
import { secretToSetUp } from '../authenticators'
import { setUpFirstFactor } from '../own-factors'
import { totpAt } from '../totp'

export type EquippedMember = {
  viewer: StaffViewer
  /** Of the session in which they work. */
  secret: string
  recoveryCodes: string[]
  /** What their app shows now; it counts although the one before did a moment ago. */
  codeNow: () => Promise<string>
}

/** A member of staff who has set up an app and works, with an address for messages. */
export async function anEquippedMember(
  db: Database,
  { role = 'officer' }: Pick<Partial<StaffViewer>, 'role'> = {},
): Promise<EquippedMember> {
  const { staffId, staffNumber } = await aStaffMember(db, { role })
  await db
    .update(staff)
    .set({ email: `${staffNumber}@example.cn` })
    .where(eq(staff.id, staffId))
  const firstStep = await findFirstStep(await startFirstStep({ staffId }, { db }), { db })
  if (!firstStep) throw new Error('the first step has just begun')
  const appSecret = await secretToSetUp(db, { staffId })
  const shown = async () => totpAt({ secret: appSecret, at: await serviceNow(db) })
  const place = { address: 'desk', device: 'own' }
  const factor = { kind: 'code', code: await shown() } as const
  const kept = await setUpFirstFactor({ firstStep, factor, place }, { db })
  if (!kept.ok) throw new Error(kept.failure)
  const { secret, recoveryCodes } = kept.value
  const viewer = await findSession(secret, { db })
  if (viewer?.kind !== 'staff') throw new Error('the session has just begun')
  const codeNow = async () => {
    const apps = eq(staffAuthenticators.staffId, staffId)
    await db.update(staffAuthenticators).set({ lastStep: 0 }).where(apps)
    return shown()
  }
  return { viewer, secret, recoveryCodes, codeNow }
}

/** Six digits that are not this code, nor one of its neighbours in time but by the rarest chance. */
export function anotherCode(code: string): string {
  return String((Number(code) + 500_000) % 1_000_000).padStart(6, '0')
}
