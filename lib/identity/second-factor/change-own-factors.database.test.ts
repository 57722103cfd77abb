import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffPasskeys } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { serviceNow } from '@/lib/platform/database'
import { endOtherSessions, sessionsOf } from '../own-sessions'
import { findSession, startFirstStep, startSession } from '../sessions'
import { authenticatorSince, secretToSetUp, takeTotp } from './authenticators'
import { addFactor, makeRecoveryCodes, removeFactor } from './change-own-factors'
import { factorsOf } from './own-factors'
import { recentFactorMinutes } from './recent-factor'
import { takeRecoveryCode } from './recovery-codes'
import { anEquippedMember, type EquippedMember } from './testing/equipped-member'
import { totpAt } from './totp'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function giveKey({ viewer: { staffId } }: EquippedMember): Promise<string> {
  const credentialId = `key-of-${staffId}`
  const key = { publicKey: '-', counter: 0, transports: [], isBackedUp: false, name: '窗口的钥匙' }
  await database.db.insert(staffPasskeys).values({ ...key, staffId, credentialId })
  return credentialId
}

/** What was logged and told of this member, besides the set-up that made them. */
async function traceOf({ viewer: { staffId } }: EquippedMember) {
  const logged = await database.owner`select action from audit_events
    where staff_id = ${staffId} order by id offset 1`
  const told = await database.owner`select template from notifications
    where staff_id = ${staffId} order by created_at offset 1`
  return [logged.map(({ action }) => action), told.map(({ template }) => template)]
}

describe('a member of staff', () => {
  test('puts another app in the place of the one before, which counts no more', async () => {
    const member = await anEquippedMember(database.db)
    const { viewer } = member
    const secret = await secretToSetUp(database.db, viewer)
    const code = totpAt({ secret, at: await serviceNow(database.db) })
    const before = await member.codeNow()
    expect(await addFactor({ viewer, factor: { kind: 'code', code } }, database)).toMatchObject({ ok: true })
    expect(await takeTotp(database.db, { ...viewer, code: before })).toMatchObject({ failure: 'wrong-code' })
    expect(await traceOf(member)).toEqual([['staff-factor-set-up'], ['staff-factor-set-up']])
  })

  test('removes one of two, is told, and cannot remove the last', async () => {
    const member = await anEquippedMember(database.db)
    const { viewer } = member
    expect(await removeFactor({ viewer, factor: 'authenticator' }, database)).toMatchObject({
      failure: 'last-factor',
    })
    const credentialId = await giveKey(member)
    expect(await removeFactor({ viewer, factor: 'authenticator' }, database)).toMatchObject({ ok: true })
    expect(await authenticatorSince(database.db, viewer)).toBeNull()
    const key = { viewer, factor: { credentialId } }
    expect(await removeFactor(key, database)).toMatchObject({ failure: 'last-factor' })
    expect(await removeFactor({ viewer, factor: 'authenticator' }, database)).toMatchObject({
      failure: 'no-such-factor',
    })
    expect(await traceOf(member)).toEqual([['staff-authenticator-removed'], ['staff-factor-removed']])
  })

  test('of two removals at the same moment keeps one factor', async () => {
    const member = await anEquippedMember(database.db)
    const { viewer } = member
    const credentialId = await giveKey(member)
    const factors = ['authenticator', { credentialId }] as const
    const removed = await Promise.all(factors.map(factor => removeFactor({ viewer, factor }, database)))
    expect(removed.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('removes nothing of a colleague’s', async () => {
    const [member, colleague] = [await anEquippedMember(database.db), await anEquippedMember(database.db)]
    const credentialId = await giveKey(colleague)
    const stolen = { viewer: member.viewer, factor: { credentialId } }
    expect(await removeFactor(stolen, database)).toMatchObject({ failure: 'no-such-factor' })
    expect((await factorsOf(database.db, colleague.viewer)).passkeys).toHaveLength(1)
  })

  test('makes new recovery codes, and the earlier ones open nothing', async () => {
    const member = await anEquippedMember(database.db)
    const { viewer } = member
    const made = await makeRecoveryCodes({ viewer }, database)
    if (!made.ok) throw new Error(made.failure)
    const take = (typed: string) => takeRecoveryCode(database.db, { ...viewer, typed })
    expect(await take(member.recoveryCodes[0] ?? '')).toBe(false)
    expect(await take(made.value.recoveryCodes[0] ?? '')).toBe(true)
    expect(await traceOf(member)).toEqual([
      ['staff-recovery-codes-renewed'],
      ['staff-recovery-codes-renewed'],
    ])
  })

  test('changes none of it with a factor that was shown more than ten minutes ago', async () => {
    const member = await anEquippedMember(database.db)
    const { viewer } = member
    const credentialId = await giveKey(member)
    const now = await serviceNow(database.db)
    await database.travelTo(new Date(now.getTime() + (recentFactorMinutes + 1) * 60_000))
    const secret = await secretToSetUp(database.db, viewer)
    const code = totpAt({ secret, at: await serviceNow(database.db) })
    const answers = [
      await addFactor({ viewer, factor: { kind: 'code', code } }, database),
      await removeFactor({ viewer, factor: { credentialId } }, database),
      await makeRecoveryCodes({ viewer }, database),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ failure: 'second-factor-needed' })
    expect(await traceOf(member)).toEqual([[], []])
  })

  test('sees where they are signed in, and ends all of it but here', async () => {
    const { viewer, secret } = await anEquippedMember(database.db)
    const elsewhere = await startSession({ staffId: viewer.staffId }, database)
    const halfWay = await startFirstStep({ staffId: viewer.staffId }, database)
    const colleague = await anEquippedMember(database.db)
    expect(await sessionsOf({ viewer }, database)).toMatchObject([{ isThis: true }, { isThis: false }])
    expect(await endOtherSessions({ viewer }, database)).toEqual({ ended: 2 })
    expect(await findSession(elsewhere, database)).toBeNull()
    expect(await findSession(halfWay, database)).toBeNull()
    expect(await findSession(secret, database)).not.toBeNull()
    expect(await findSession(colleague.secret, database)).not.toBeNull()
  })
})
