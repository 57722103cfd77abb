import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { serviceNow } from '@/lib/platform/database'
import { changeOwnPassword } from './own-password'
import { hashPassword } from './passwords'
import { anEquippedMember, type EquippedMember } from './second-factor/testing/equipped-member'
import { findSession, startSession } from './sessions'

const current = '东方山下的旧密码'
const password = '磁湖边上的柳树青'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function aMember(): Promise<EquippedMember> {
  const member = await anEquippedMember(database.db)
  await database.db
    .update(staff)
    .set({ passwordHash: await hashPassword(current) })
    .where(eq(staff.id, member.viewer.staffId))
  return member
}

type Typed = { current: string; password: string; again: string }

function change({ viewer }: EquippedMember, typed: Partial<Typed> = {}) {
  return changeOwnPassword({ viewer, current, password, again: password, ...typed }, database)
}

test('a member of staff changes their password; who is signed in with the old one is signed out', async () => {
  const member = await aMember()
  const elsewhere = await startSession({ staffId: member.viewer.staffId }, database)
  expect(await change(member)).toMatchObject({ ok: true })
  expect(await findSession(elsewhere, database)).toBeNull()
  expect(await findSession(member.secret, database)).not.toBeNull()
  expect(await change(member)).toMatchObject({ failure: 'wrong-password' })
  const told = await database.owner`select from notifications
    where template = 'staff-password-changed' and staff_id = ${member.viewer.staffId}`
  expect(told).toHaveLength(1)
})

test.each<[Partial<Typed>, string]>([
  [{ current: 'wrong' }, 'wrong-password'],
  [{ password: 'short' }, 'too-short'],
  [{ password: 'password123' }, 'common'],
  [{ again: '磁湖边上的柳树黄' }, 'different'],
  [{ password: current, again: current }, 'same-as-before'],
])('%j is refused: %s', async (typed, failure) => {
  expect(await change(await aMember(), typed)).toMatchObject({ failure })
})

test('in a session left open nobody guesses the password', async () => {
  const member = await aMember()
  for (let n = 0; n < 5; n += 1) await change(member, { current: `wrong ${n}` })
  expect(await change(member)).toMatchObject({ failure: 'paused' })
})

test('the second factor is asked for again after ten minutes', async () => {
  const member = await aMember()
  await database.travelTo(new Date((await serviceNow(database.db)).getTime() + 11 * 60_000))
  expect(await change(member)).toMatchObject({ failure: 'second-factor-needed' })
})
