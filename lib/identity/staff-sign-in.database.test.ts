import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { staff } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { hashPassword } from './passwords'
import { rememberDevice } from './second-factor/tries'
import { signInStaff } from './staff-sign-in'

const { verifications } = vi.hoisted(() => ({ verifications: [] as string[] }))
vi.mock('@node-rs/argon2', async original => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  const verify: typeof argon2.verify = (stored, ...rest) => {
    verifications.push(String(stored).replace(/p=1\$.*/, 'p=1'))
    return argon2.verify(stored, ...rest)
  }
  return { ...argon2, verify }
})

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const passwordHash = await hashPassword(right)
  const member = { name: '经办人', role: 'officer' as const, passwordHash }
  await database.db.insert(staff).values([
    { ...member, signInName: 'guessed', staffNumber: 'G-1' },
    { ...member, signInName: 'flooded', staffNumber: 'G-2' },
    { ...member, signInName: 'left', staffNumber: 'G-3', active: false },
  ])
})
afterAll(() => database.drop())

const right = 'right and long enough'

function attempt({
  signInName = 'guessed',
  password = right,
  address = 'desk',
  device = null,
}: {
  signInName?: string
  password?: string
  address?: string
  device?: string | null
} = {}) {
  return signInStaff({ signInName, password, place: { address, device } }, database)
}

describe('guessing a password of staff', () => {
  test('pauses after five wrong ones, also for the right one', async () => {
    for (let n = 0; n < 5; n += 1) await attempt({ password: `wrong ${n}`, address: 'attacker' })
    expect(await attempt({ address: 'attacker' })).toMatchObject({ failure: 'paused' })
    expect(await attempt({ address: 'desk' })).toMatchObject({ ok: true })
  })

  test('from the very address of a colleague does not lock their own browser out', async () => {
    await rememberDevice({ account: 'guessed', place: { address: 'office', device: 'own' } }, database)
    for (let n = 0; n < 5; n += 1) await attempt({ password: `wrong ${n}`, address: 'office' })
    expect(await attempt({ address: 'office' })).toMatchObject({ failure: 'paused' })
    expect(await attempt({ address: 'office', device: 'own' })).toMatchObject({ ok: true })
  })

  test('from a thousand addresses is stopped for all of them, and not for their own browser', async () => {
    await rememberDevice({ account: 'flooded', place: { address: '-', device: 'own' } }, database)
    const tries = []
    for (let n = 0; n < 60; n += 1) {
      tries.push(await attempt({ signInName: 'flooded', password: 'wrong', address: `10.0.0.${n}` }))
    }
    const tried = tries.filter(({ ok, ...rest }) => !ok && 'failure' in rest && rest.failure !== 'paused')
    expect(tried).toHaveLength(50)
    expect(await attempt({ signInName: 'flooded', address: 'new' })).toMatchObject({ failure: 'paused' })
    expect(await attempt({ signInName: 'flooded', device: 'own' })).toMatchObject({ ok: true })
  })
})

test.each([
  ['nobody-of-that-name', right],
  ['left', right],
  ['guessed', 'wrong'],
  ['bad\0name', right],
])(
  '%s with %s gets one answer after the same one verification of a password',
  async (signInName, password) => {
    verifications.length = 0
    expect(await attempt({ signInName, password, address: signInName })).toMatchObject({
      failure: 'wrong-name-or-password',
    })
    expect(verifications).toEqual(['$argon2id$v=19$m=19456,t=2,p=1'])
  },
)

test('an initial password opens the account for a week', async () => {
  const until = new Date(Date.now() + 7 * 24 * 3_600_000)
  await database.db.insert(staff).values({
    signInName: 'newcomer',
    staffNumber: 'G-4',
    name: '经办人',
    role: 'officer',
    passwordHash: await hashPassword(right),
    initialPasswordUntil: until,
  })
  expect(await attempt({ signInName: 'newcomer' })).toMatchObject({ ok: true })
  await database.travelTo(new Date(until.getTime() + 60_000))
  expect(await attempt({ signInName: 'newcomer' })).toMatchObject({ failure: 'initial-password-expired' })
})
