import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { serviceNow } from '@/lib/platform/database'
import { findSession, startSession } from '../sessions'
import { addFactor, removeFactor } from './change-own-factors'
import { askForNewPasskey, askForPasskey } from './passkeys'
import { hasRecentFactor, showFactorAgain } from './recent-factor'
import { aDevice } from './testing/device'
import { anEquippedMember, type EquippedMember } from './testing/equipped-member'

/** Where the service of the tests is reached (db/testing/test-environment.ts). */
const origin = 'http://localhost:3000'
const host = 'localhost'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

type Device = ReturnType<typeof aDevice>
type Manner = Parameters<Device['answer']>[1]

const askNew = ({ viewer }: EquippedMember) =>
  askForNewPasskey(database.db, { ...viewer, account: viewer.staffNumber, service: '生育登记' })

async function ask({ viewer }: EquippedMember): Promise<string> {
  const asked = await askForPasskey(database.db, viewer)
  if (!asked) throw new Error('this member has a passkey')
  return asked
}

const keep = ({ viewer }: EquippedMember, answer: string) =>
  addFactor({ viewer, factor: { kind: 'passkey', answer, name: '窗口的电脑' } }, database)

const show = ({ viewer }: EquippedMember, answer: string) =>
  showFactorAgain({ viewer, shown: { kind: 'passkey', answer } }, database)

async function aMemberWithDevice() {
  const member = await anEquippedMember(database.db)
  const device = aDevice()
  const kept = await keep(member, device.register(await askNew(member), { origin }))
  if (!kept.ok) throw new Error(kept.failure)
  return { member, device }
}

async function later({ minutes }: { minutes: number }): Promise<void> {
  await database.travelTo(new Date((await serviceNow(database.db)).getTime() + minutes * 60_000))
}

describe('a passkey', () => {
  test('is kept, and confirms its owner from then on, also without their app', async () => {
    const { member, device } = await aMemberWithDevice()
    const { viewer } = member
    expect(await removeFactor({ viewer, factor: 'authenticator' }, database)).toMatchObject({ ok: true })
    await later({ minutes: 11 })
    expect(await hasRecentFactor(database.db, { viewer })).toBe(false)
    expect(await show(member, device.answer(await ask(member), { origin }))).toMatchObject({ ok: true })
    expect(await hasRecentFactor(database.db, { viewer })).toBe(true)
  })

  test.each<[string, Manner]>([
    ['a page of another site', { origin: 'https://evil.example', host }],
    ['a page whose name only looks like ours', { origin: `http://${host}.evil.example:3000`, host }],
    ['another service of the same machine', { origin: `http://${host}:3001`, host }],
    ['a device that signed to another site', { origin, host: 'evil.example' }],
    ['a device that did not check its owner', { origin, checksOwner: false }],
  ])('is not kept from %s, and shows nothing from there', async (_, manner) => {
    const { member, device } = await aMemberWithDevice()
    const another = aDevice().register(await askNew(member), manner)
    expect(await keep(member, another)).toMatchObject({ failure: 'wrong-passkey' })
    expect(await show(member, device.answer(await ask(member), manner))).toMatchObject({
      failure: 'wrong-passkey',
    })
  })

  test('answers a question once: the same answer sent again counts for nothing', async () => {
    const { member, device } = await aMemberWithDevice()
    const answer = device.answer(await ask(member), { origin })
    expect(await show(member, answer)).toMatchObject({ ok: true })
    expect(await show(member, answer)).toMatchObject({ failure: 'wrong-passkey' })
    const asked = await askNew(member)
    const registration = aDevice().register(asked, { origin })
    expect(await keep(member, registration)).toMatchObject({ ok: true })
    expect(await keep(member, registration)).toMatchObject({ failure: 'wrong-passkey' })
  })

  test('answers the question of this session, not of another, an earlier one or one of ten minutes ago', async () => {
    const { member, device } = await aMemberWithDevice()
    const secret = await startSession({ staffId: member.viewer.staffId }, database)
    const viewer = await findSession(secret, database)
    if (viewer?.kind !== 'staff') throw new Error('the session runs')
    const elsewhere = device.answer(await ask({ ...member, viewer }), { origin })
    await ask(member)
    expect(await show(member, elsewhere)).toMatchObject({ failure: 'wrong-passkey' })
    const earlier = device.answer(await ask(member), { origin })
    await ask(member)
    expect(await show(member, earlier)).toMatchObject({ failure: 'wrong-passkey' })
    const late = device.answer(await ask(member), { origin })
    await later({ minutes: 10 })
    expect(await show(member, late)).toMatchObject({ failure: 'wrong-passkey' })
  })

  test('of a colleague confirms nothing, nor does one that was removed', async () => {
    const { member, device } = await aMemberWithDevice()
    const other = await aMemberWithDevice()
    const theirs = other.device.answer(await ask(member), { origin })
    expect(await show(member, theirs)).toMatchObject({ failure: 'wrong-passkey' })
    const question = await ask(member)
    const { credentialId } = device
    await removeFactor({ viewer: member.viewer, factor: { credentialId } }, database)
    expect(await show(member, device.answer(question, { origin }))).toMatchObject({
      failure: 'wrong-passkey',
    })
  })

  test('that counts backwards is of a copied device, and refused', async () => {
    const { member, device } = await aMemberWithDevice()
    expect(await show(member, device.answer(await ask(member), { origin }))).toMatchObject({ ok: true })
    device.setBack()
    expect(await show(member, device.answer(await ask(member), { origin }))).toMatchObject({
      failure: 'wrong-passkey',
    })
  })

  test.each(['', '{', '[]', 'null', '{"id":"x"}', 'x'.repeat(20_001), '\0'])(
    'is not what somebody types: %j',
    async answer => {
      const { member } = await aMemberWithDevice()
      await ask(member)
      expect(await show(member, answer)).toMatchObject({ failure: 'wrong-passkey' })
      await askNew(member)
      expect(await keep(member, answer)).toMatchObject({ failure: 'wrong-passkey' })
    },
  )
})
