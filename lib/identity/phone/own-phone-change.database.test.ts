import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anAcceptedCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aResident } from '@/lib/applications/drafts/testing'
import { findSession } from '../sessions'
import { askForOwnPhoneChange, findOwnPhoneChange, finishOwnPhoneChange } from './own-phone-change'
import { forgetUnfinishedPhoneChanges } from './review-phone-changes'
import { anUnusedPhone, common, inPhoneWorld, objectionHours } from './testing'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterEach(async () => {
  await test.owner`delete from rate_limits`
})
afterAll(() => test.drop())

const { later, newestTo, codeTo, signedIn, phoneOf } = inPhoneWorld(() => test)

describe('a resident who changes their own phone', () => {
  it('needs a code from both; other sessions end, the old number is told how to object, the new one that it counts', async () => {
    const { viewer, secret } = await signedIn(await aResident(test.db))
    const elsewhere = await signedIn(viewer)
    const [oldPhone, newPhone] = [viewer.phone, anUnusedPhone()]
    await askForOwnPhoneChange({ viewer, newPhone, ...common }, test)
    expect(await findOwnPhoneChange({ viewer }, test)).toEqual({ newPhone, oldPhone, needsOldPhone: true })
    const newCode = await codeTo(newPhone)
    const oldCode = await codeTo(oldPhone)
    const swapped = { viewer, newCode: oldCode, oldCode: newCode, objectionHours }
    if (oldCode !== newCode) {
      expect(await finishOwnPhoneChange(swapped, test)).toMatchObject({ details: { which: 'new' } })
    }
    expect(await finishOwnPhoneChange({ viewer, newCode, oldCode, objectionHours }, test)).toMatchObject({
      ok: true,
    })
    expect(await phoneOf(viewer)).toBe(newPhone)
    expect(await findSession(secret, test)).toMatchObject({ phone: newPhone })
    expect(await findSession(elsewhere.secret, test)).toBeNull()
    expect(await newestTo(oldPhone)).toMatchObject({ template: 'phone-changed' })
    expect(await newestTo(newPhone)).toMatchObject({ template: 'phone-changed-here' })
    expect(await finishOwnPhoneChange({ viewer, newCode, oldCode, objectionHours }, test)).toMatchObject({
      failure: 'nothing-begun',
    })
  })

  it('does not need the old phone after signing in at the provider', async () => {
    const { viewer } = await signedIn(await aResident(test.db), 'openid')
    const newPhone = anUnusedPhone()
    await askForOwnPhoneChange({ viewer, newPhone, ...common }, test)
    const newCode = await codeTo(newPhone)
    expect(
      await finishOwnPhoneChange({ viewer, newCode, oldCode: null, objectionHours }, test),
    ).toMatchObject({
      ok: true,
    })
    expect(await newestTo(viewer.phone)).toMatchObject({ template: 'phone-changed' })
  })

  it('takes over a number under which somebody signed in once, never one with applications', async () => {
    const { viewer } = await signedIn(await aResident(test.db), 'openid')
    const taken = (await anAcceptedCase(test.db)).resident
    await askForOwnPhoneChange({ viewer, newPhone: taken.phone, ...common }, test)
    const refused = await finishOwnPhoneChange(
      { viewer, newCode: await codeTo(taken.phone), oldCode: null, objectionHours },
      test,
    )
    expect(refused).toMatchObject({ failure: 'phone-in-use' })
    const empty = await signedIn(await aResident(test.db))
    await later(2)
    await askForOwnPhoneChange({ viewer, newPhone: empty.viewer.phone, ...common }, test)
    const moved = await finishOwnPhoneChange(
      { viewer, newCode: await codeTo(empty.viewer.phone), oldCode: null, objectionHours },
      test,
    )
    expect(moved).toMatchObject({ ok: true })
    expect(await phoneOf(viewer)).toBe(empty.viewer.phone)
    expect(await findSession(empty.secret, test)).toBeNull()
  })

  it('begins again after a quarter of an hour, and what was begun is forgotten after a day', async () => {
    const { viewer } = await signedIn(await aResident(test.db))
    await askForOwnPhoneChange({ viewer, newPhone: anUnusedPhone(), ...common }, test)
    await later(16)
    expect(await findOwnPhoneChange({ viewer }, test)).toBeNull()
    await later(25 * 60)
    expect(await forgetUnfinishedPhoneChanges(test)).toBeGreaterThan(0)
  })

  it('cannot while somebody at a counter fills in for them', async () => {
    const { viewer } = await signedIn(await aResident(test.db))
    const assisted = { ...viewer, assistedBy: { staffId: '', staffNumber: '', name: '' } }
    expect(
      await askForOwnPhoneChange({ viewer: assisted, newPhone: anUnusedPhone(), ...common }, test),
    ).toMatchObject({
      failure: 'not-while-assisted',
    })
  })
})
