import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffMember, whoShowsFactor } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { factorsOf, findFirstStep, findSession, signInStaff } from '@/lib/identity'
import { anEquippedMember } from '@/lib/identity/second-factor/testing/equipped-member'
import { deactivateStaffMember, renewStaffPassword, resetStaffAccess } from '.'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const place = { address: 'desk', device: null }

/** By the operator at the terminal, or by an administrator on the page of the member. */
const ways = {
  'an operator': (name: string) => resetStaffAccess({ signInName: name }, database),
  'an administrator': async (name: string) => {
    const administrator = await aStaffMember(database.db, { role: 'administrator', officeCodes: [] })
    const viewer = await whoShowsFactor(database.db, administrator)
    return renewStaffPassword({ viewer, staffNumber: name }, database)
  },
}

test.each(Object.entries(ways))(
  '%s lets somebody in again who lost everything: signed out, told, and set up anew',
  async (_, reset) => {
    const { viewer, secret } = await anEquippedMember(database.db, { role: 'administrator' })
    const signInName = viewer.staffNumber // The same word, of members of tests.
    const done = await reset(signInName)
    if (!done.ok) throw new Error(done.failure)
    expect(await findSession(secret, database)).toBeNull()
    expect(await factorsOf(database.db, viewer)).toEqual({
      authenticatorSince: null,
      passkeys: [],
      recoveryCodesLeft: 0,
    })
    const password = done.value.initialPassword
    const signedIn = await signInStaff({ signInName, password, place }, database)
    if (!signedIn.ok) throw new Error(signedIn.failure)
    expect(await findFirstStep(signedIn.value.secret, database)).toMatchObject({
      hasInitialPassword: true,
      hasFactor: false,
    })
    const told = await database.owner`select from notifications
      where template = 'staff-factor-reset' and staff_id = ${viewer.staffId}`
    expect(told).toHaveLength(1)
    const logged = await database.owner`select from audit_events
      where action in ('staff-factor-reset', 'staff-password-renewed')
        and details->>'staffNumber' = ${viewer.staffNumber}`
    expect(logged).toHaveLength(1)
  },
)

test('nobody is reset who has no account, or whose account has ended', async () => {
  expect(await resetStaffAccess({ signInName: 'nobody' }, database)).toMatchObject({
    failure: 'no-such-account',
  })
  const { viewer } = await anEquippedMember(database.db)
  const administrator = await aStaffMember(database.db, { role: 'administrator', officeCodes: [] })
  const by = await whoShowsFactor(database.db, administrator)
  await deactivateStaffMember({ viewer: by, staffNumber: viewer.staffNumber }, database)
  expect(await resetStaffAccess({ signInName: viewer.staffNumber }, database)).toMatchObject({
    failure: 'no-such-account',
  })
})
