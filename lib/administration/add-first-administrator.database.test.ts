import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { signInStaff } from '@/lib/identity'
import { addFirstAdministrator } from './add-first-administrator'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const person = { name: '何平', signInName: 'heping', staffNumber: 'HS001' }

test('a new service gets one first administrator, who signs in with the password shown once', async () => {
  const added = await addFirstAdministrator(person, database)
  if (!added.ok) throw new Error(added.failure)
  const password = added.value.initialPassword
  const place = { address: 'desk', device: null }
  expect(await signInStaff({ signInName: 'heping', password, place }, database)).toMatchObject({ ok: true })
  const another = { ...person, signInName: 'another', staffNumber: 'HS002' }
  expect(await addFirstAdministrator(another, database)).toMatchObject({ failure: 'there-is-one' })
})

test.each([
  [{ name: '' }, 'name-missing'],
  [{ signInName: 'He Ping' }, 'not-a-sign-in-name'],
  [{ staffNumber: '一' }, 'not-a-staff-number'],
])('%j is refused: %s', async (changes, failure) => {
  expect(await addFirstAdministrator({ ...person, ...changes }, database)).toMatchObject({ failure })
})
