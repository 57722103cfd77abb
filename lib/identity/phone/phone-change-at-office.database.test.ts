import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '@/db/testing/refusal'
import { anAcceptedCase, anIdNumber, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aResident } from '@/lib/applications/drafts/testing'
import { viewsOfApplication } from '@/lib/audit'
import { findSession } from '../sessions'
import { contestedChangeOf } from './contested-change'
import { finishPhoneChangeAtOffice } from './finish-at-office'
import { findObjection, objectToPhoneChange } from './object-to-phone-change'
import { phoneChangesAtOffices, reviewPhoneChange } from './review-phone-changes'
import { anOffice, anUnusedPhone, inPhoneWorld, objectionHours } from './testing'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterEach(async () => {
  await test.owner`delete from rate_limits`
})
afterAll(() => test.drop())

const { later, newestTo, codeTo, secretSentTo, signedIn, phoneOf, signInWith, actionsBy } = inPhoneWorld(
  () => test,
)

describe('a resident whose phone is lost', () => {
  it('gets in again at any office: logged, shown to them, announced to the old number, old sessions ended', async () => {
    const { lost, viewer, newPhone, change } = await anOffice(test)
    const before = await signedIn(lost.resident)
    expect(await change()).toMatchObject({ ok: true })
    expect(await findSession(before.secret, test)).toBeNull()
    expect(await newestTo(lost.resident.phone)).toMatchObject({ template: 'phone-changed' })
    expect(await actionsBy(viewer)).toEqual(['case-viewed', 'phone-changed-at-office'])
    const looked = await viewsOfApplication(test.db, { applicationId: lost.id })
    expect(looked).toMatchObject([{ purpose: 'change-phone' }])
    expect(await signInWith(newPhone)).toMatchObject({
      ok: true,
      value: { residentId: lost.resident.residentId },
    })
  })

  it('must be who the applications say: another name or number finds nobody, and the try is logged', async () => {
    const { viewer, ask } = await anOffice(test)
    expect(await ask({ name: '王芳' })).toMatchObject({ failure: 'no-account-found' })
    expect(await ask({ idNumber: anIdNumber() })).toMatchObject({ failure: 'no-account-found' })
    expect(await actionsBy(viewer)).toEqual(['phone-change-not-matched', 'phone-change-not-matched'])
  })

  it('must have the new phone in their hand', async () => {
    const { ask, viewer, newPhone, lost } = await anOffice(test)
    const asked = await ask()
    const code = await codeTo(newPhone)
    const wrong = code === '000000' ? '000001' : '000000'
    const changeId = asked.ok ? asked.value.changeId : ''
    expect(
      await finishPhoneChangeAtOffice({ viewer, changeId, code: wrong, objectionHours }, test),
    ).toMatchObject({
      failure: 'wrong-code',
    })
    const colleague = await aStaffMember(test.db)
    expect(
      await finishPhoneChangeAtOffice({ viewer: colleague, changeId, code, objectionHours }, test),
    ).toMatchObject({ failure: 'change-is-over' })
    expect(await phoneOf(lost.resident)).toBe(lost.resident.phone)
  })

  it('with several accounts is told apart by a reference', async () => {
    const { idNumber, lost, ask } = await anOffice(test)
    const second = await anAcceptedCase(test.db, { idNumber, officeCode: '420202007' }).catch(() => null)
    if (!second) throw new Error('one person may have applied under two phones')
    expect(await ask()).toMatchObject({ failure: 'several-accounts' })
    expect(await ask({ reference: lost.reference })).toMatchObject({ ok: true })
  })
})

describe('an officer', () => {
  it('cannot change their own account, nor without an office, nor look for many people', async () => {
    const { idNumber, ask } = await anOffice(test)
    const self = await aStaffMember(test.db, { idNumber })
    expect(await ask({ viewer: self })).toMatchObject({ failure: 'own-account' })
    const auditor = await aStaffMember(test.db, { role: 'auditor', officeCodes: [] })
    expect(await ask({ viewer: auditor })).toMatchObject({ failure: 'not-your-role' })
    const curious = await aStaffMember(test.db)
    for (let n = 0; n < 20; n += 1) await ask({ viewer: curious, idNumber: anIdNumber() })
    expect(await ask({ viewer: curious })).toMatchObject({ failure: 'too-many' })
  })

  it('is looked at again: by the auditor, once, never by themselves', async () => {
    const { viewer, change } = await anOffice(test)
    await change()
    const mine = (await phoneChangesAtOffices(test)).find(
      ({ staffNumber }) => staffNumber === viewer.staffNumber,
    )
    const changeId = mine?.id ?? ''
    const auditor = await aStaffMember(test.db, { role: 'auditor', officeCodes: [] })
    expect(await reviewPhoneChange({ viewer, changeId }, test)).toMatchObject({ failure: 'not-your-role' })
    expect(await reviewPhoneChange({ viewer: auditor, changeId }, test)).toMatchObject({ ok: true })
    expect(await reviewPhoneChange({ viewer: auditor, changeId }, test)).toMatchObject({
      failure: 'nothing-to-review',
    })
  })
})

describe('the old number', () => {
  it('freezes the account within a day; a supervisor who had no part in it settles it with the document', async () => {
    const { lost, newPhone, change, viewer } = await anOffice(test)
    await change()
    const inside = await signedIn(lost.resident)
    const secret = await secretSentTo(lost.resident.phone)
    expect(await findObjection({ secret }, test)).toMatchObject({ state: 'open' })
    expect(await objectToPhoneChange({ secret }, test)).toMatchObject({ ok: true })
    expect(await objectToPhoneChange({ secret }, test)).toMatchObject({ ok: true })
    expect(await findSession(inside.secret, test)).toBeNull()
    expect(await newestTo(newPhone)).toMatchObject({ template: 'account-frozen' })
    expect(await signInWith(newPhone)).toMatchObject({ failure: 'frozen' })
    const settled = anUnusedPhone()
    expect(await change(viewer, settled)).toMatchObject({ failure: 'needs-supervisor' })
    const supervisor = await aStaffMember(test.db, { role: 'supervisor' })
    expect(await change(supervisor, settled)).toMatchObject({ ok: true })
    expect(await newestTo(lost.resident.phone)).toMatchObject({ template: 'phone-settled' })
    expect(await findObjection({ secret }, test)).toMatchObject({ state: 'settled' })
    expect(await signInWith(settled)).toMatchObject({ ok: true })
  })

  it('is heard before the supervisor acts: who changed what, when it objected, and to check again', async () => {
    const { lost, newPhone, change, ask } = await anOffice(test)
    const { residentId } = lost.resident
    await change()
    expect(await contestedChangeOf(test.db, { residentId })).toBeNull()
    await objectToPhoneChange({ secret: await secretSentTo(lost.resident.phone) }, test)
    expect(await contestedChangeOf(test.db, { residentId })).toMatchObject({
      way: 'office',
      office: { name: expect.any(String) },
      changedAt: expect.any(Date),
      objectedAt: expect.any(Date),
    })
    const viewer = await aStaffMember(test.db, { role: 'supervisor' })
    await later(2)
    const asked = await ask({ viewer, newPhone })
    const changeId = asked.ok ? asked.value.changeId : ''
    const finish = async (hasCheckedAgain: boolean) =>
      finishPhoneChangeAtOffice(
        { viewer, changeId, code: await codeTo(newPhone), objectionHours, hasCheckedAgain },
        test,
      )
    expect(await finish(false)).toMatchObject({ failure: 'check-again' })
    expect(await finish(true)).toMatchObject({ ok: true })
    expect(await contestedChangeOf(test.db, { residentId })).toBeNull()
  })

  it('is not passed over by a change that an officer had begun before it objected', async () => {
    const { lost, newPhone, change, viewer, ask } = await anOffice(test)
    await change()
    await later(2)
    const second = anUnusedPhone()
    const asked = await ask({ newPhone: second })
    const changeId = asked.ok ? asked.value.changeId : ''
    await objectToPhoneChange({ secret: await secretSentTo(lost.resident.phone) }, test)
    const code = await codeTo(second)
    const finished = { viewer, changeId, code, objectionHours, hasCheckedAgain: true }
    expect(await finishPhoneChangeAtOffice(finished, test)).toMatchObject({ failure: 'needs-supervisor' })
    expect(await phoneOf(lost.resident)).toBe(newPhone)
  })

  it('is told to the auditor even after it is settled: when, at which office, by whom', async () => {
    const { lost, change, viewer } = await anOffice(test)
    await change()
    await objectToPhoneChange({ secret: await secretSentTo(lost.resident.phone) }, test)
    const ofOfficer = async () =>
      (await phoneChangesAtOffices(test)).find(({ staffNumber }) => staffNumber === viewer.staffNumber)
    expect(await ofOfficer()).toMatchObject({ objectedAt: expect.any(Date), settled: null })
    const supervisor = await aStaffMember(test.db, { role: 'supervisor' })
    await change(supervisor, anUnusedPhone())
    expect(await ofOfficer()).toMatchObject({
      objectedAt: expect.any(Date),
      settled: {
        at: expect.any(Date),
        staffNumber: supervisor.staffNumber,
        staffName: supervisor.name,
        officeName: expect.any(String),
      },
    })
  })

  it('may be confirmed by the supervisor, if the phone in hand is the right one', async () => {
    const { lost, newPhone, change } = await anOffice(test)
    await change()
    await objectToPhoneChange({ secret: await secretSentTo(lost.resident.phone) }, test)
    const supervisor = await aStaffMember(test.db, { role: 'supervisor' })
    expect(await change(supervisor, newPhone)).toMatchObject({ ok: true })
    expect(await signInWith(newPhone)).toMatchObject({ ok: true })
  })

  it('cannot object after a day, nor with another secret', async () => {
    const { lost, newPhone, change } = await anOffice(test)
    await change()
    const secret = await secretSentTo(lost.resident.phone)
    await later(24 * 60 + 1)
    expect(await findObjection({ secret }, test)).toMatchObject({ state: 'too-late' })
    expect(await objectToPhoneChange({ secret }, test)).toMatchObject({ failure: 'too-late' })
    for (const other of ['', 'x'.repeat(43), `${secret}0`]) {
      expect(await objectToPhoneChange({ secret: other }, test)).toMatchObject({ failure: 'unknown-link' })
    }
    expect(await signInWith(newPhone)).toMatchObject({ ok: true })
  })
})

describe('the database', () => {
  it('lets no account pass to another phone without a recorded change', async () => {
    const { residentId } = await aResident(test.db)
    const stolen = await refusalOf(
      test.app,
      sql => sql`update residents set phone_lookup = ${'A'.repeat(43)} where id = ${residentId}`,
    )
    expect(stolen).toBe('a_phone_passes_on_by_a_recorded_change')
  })

  it('keeps what was changed as it was', async () => {
    const { change } = await anOffice(test)
    await change()
    const rewritten = await refusalOf(
      test.app,
      sql =>
        sql`update phone_changes set asked_at = asked_at - interval '1 day' where changed_at is not null`,
    )
    expect(rewritten).toBe('a_phone_change_is_not_rewritten')
    const forgotten = await refusalOf(
      test.app,
      sql => sql`delete from phone_changes where changed_at is not null`,
    )
    expect(forgotten).toBe('a_phone_change_in_effect_stays')
  })
})
