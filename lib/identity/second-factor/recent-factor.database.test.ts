import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { serviceNow } from '@/lib/platform/database'
import { findSession, startSession } from '../sessions'
import { hasRecentFactor, recentFactorMinutes, showFactorAgain } from './recent-factor'
import { anEquippedMember, anotherCode, type EquippedMember } from './testing/equipped-member'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function later({ minutes }: { minutes: number }): Promise<void> {
  await database.travelTo(new Date((await serviceNow(database.db)).getTime() + minutes * 60_000))
}

const isRecent = ({ viewer }: EquippedMember) => hasRecentFactor(database.db, { viewer })
const show = ({ viewer }: EquippedMember, code: string) =>
  showFactorAgain({ viewer, shown: { kind: 'code', code } }, database)

describe('a second factor that was shown', () => {
  test('holds for ten minutes, and for ten more when it is shown again', async () => {
    const member = await anEquippedMember(database.db)
    expect(await isRecent(member)).toBe(true)
    await later({ minutes: recentFactorMinutes + 1 })
    expect(await isRecent(member)).toBe(false)
    expect(await show(member, await member.codeNow())).toMatchObject({ ok: true })
    expect(await isRecent(member)).toBe(true)
    await later({ minutes: recentFactorMinutes + 1 })
    expect(await isRecent(member)).toBe(false)
  })

  test('holds for the session in which it was shown, and for no other of the same person', async () => {
    const member = await anEquippedMember(database.db)
    const secret = await startSession({ staffId: member.viewer.staffId }, database)
    const viewer = await findSession(secret, database)
    if (viewer?.kind !== 'staff') throw new Error('the session runs')
    await later({ minutes: recentFactorMinutes + 1 })
    await show(member, await member.codeNow())
    expect(await isRecent({ ...member, viewer })).toBe(false)
    expect(await isRecent(member)).toBe(true)
    const strangers = { ...member, viewer: { ...member.viewer, staffId: viewer.sessionId } }
    expect(await isRecent(strangers)).toBe(false)
  })

  test('counts once: the code that was shown does not confirm a second session', async () => {
    const member = await anEquippedMember(database.db)
    const code = await member.codeNow()
    expect(await show(member, code)).toMatchObject({ ok: true })
    expect(await show(member, code)).toMatchObject({ failure: 'code-used' })
  })

  test('may be a recovery code, once, of which the person is told', async () => {
    const member = await anEquippedMember(database.db)
    await later({ minutes: recentFactorMinutes + 1 })
    const [code = ''] = member.recoveryCodes
    const again = () =>
      showFactorAgain({ viewer: member.viewer, shown: { kind: 'recovery-code', code } }, database)
    expect(await again()).toMatchObject({ ok: true })
    expect(await isRecent(member)).toBe(true)
    expect(await again()).toMatchObject({ failure: 'wrong-code' })
    const told = await database.owner`select from notifications
      where template = 'staff-recovery-code-used' and staff_id = ${member.viewer.staffId}`
    expect(told).toHaveLength(1)
  })

  test('of a colleague confirms nothing', async () => {
    const [member, colleague] = [await anEquippedMember(database.db), await anEquippedMember(database.db)]
    expect(await show(member, await colleague.codeNow())).toMatchObject({ failure: 'wrong-code' })
  })
})

test('guessing in a stolen session ends after five tries, and the person signs in beside it', async () => {
  const member = await anEquippedMember(database.db)
  const wrong = anotherCode(await member.codeNow())
  for (let n = 0; n < 5; n += 1) expect(await show(member, wrong)).toMatchObject({ failure: 'wrong-code' })
  expect(await show(member, await member.codeNow())).toMatchObject({ failure: 'paused' })
  const secret = await startSession({ staffId: member.viewer.staffId }, database)
  const viewer = await findSession(secret, database)
  if (viewer?.kind !== 'staff') throw new Error('the session runs')
  expect(await show({ ...member, viewer }, await member.codeNow())).toMatchObject({ ok: true })
})

test('what is no code costs no try', async () => {
  const member = await anEquippedMember(database.db)
  for (let n = 0; n < 9; n += 1) {
    expect(await show(member, '12')).toMatchObject({ failure: 'not-six-digits' })
  }
  expect(await show(member, await member.codeNow())).toMatchObject({ ok: true })
})
