import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personalLookup } from '@/db/personal-data'
import { applicationEvents, applicationParties, correctionNotices, notifications } from '@/db/schema'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { answerCorrection } from './answer-correction'
import type { CorrectableField } from './correctable-fields'
import { aResident } from './drafts/testing'
import { findOwnApplication } from './find-own-application'
import { requestCorrection } from './request-correction'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:41:00+08:00')))

/** A case whose applicant was asked, on the day after, to correct these fields. */
async function aCaseUnderCorrection(fields: CorrectableField[], { withOtherParent = false } = {}) {
  const { db } = database
  const accepted = await anAcceptedCase(db, { withOtherParent })
  const officer = await aStaffMember(db)
  await database.travelTo(new Date('2026-11-25T09:00:00+08:00'))
  const items = fields.map(field => ({ field, what: '请对照证件再填一次' }))
  const asked = await requestCorrection({ reference: accepted.reference, viewer: officer, items }, { db })
  if (!asked.ok) throw new Error(asked.failure)
  await database.travelTo(new Date('2026-12-01T09:00:00+08:00'))
  const { reference, resident: viewer } = accepted
  return {
    ...accepted,
    answer: (typed: Record<string, string>, words = '') =>
      answerCorrection({ reference, viewer, typed, words }, { db }),
    read: async () => findOwnApplication({ reference, viewer }, { db }),
  }
}

describe('the answer to a correction notice', () => {
  test('changes the listed facts and gives the clock back to the office', async () => {
    const { answer, read } = await aCaseUnderCorrection(['applicant-name', 'address'])
    const answered = await answer({
      'applicant-name': '李亭',
      'address-basis': 'household',
      'address-detail': '天津路社区 21 号',
    })
    expect(answered).toMatchObject({ ok: true, value: { changed: 3 } })
    const found = await read()
    expect(found?.application).toMatchObject({
      status: 'accepted',
      address: '天津路社区 21 号',
      addressBasis: 'household',
    })
    expect(found?.parties.find(({ role }) => role === 'applicant')?.name).toBe('李亭')
    expect(found?.runningClock?.kind).toBe('office-must-decide')
  })

  test('keeps what each fact said before, sealed, and only the facts’ names in the event', async () => {
    const { id, answer } = await aCaseUnderCorrection(['applicant-name'])
    await answer({ 'applicant-name': '李亭' }, '身份证上是这个字')
    const { db, app } = database
    const [notice] = await db.select().from(correctionNotices).where(eq(correctionNotices.applicationId, id))
    expect(notice).toMatchObject({
      answer: '身份证上是这个字',
      corrections: [{ fact: 'applicant-name', before: '李婷', after: '李亭' }],
    })
    const raw = await app`select * from correction_notices where application_id = ${id}`
    expect(JSON.stringify(raw)).not.toContain('李')
    const events = await db.select().from(applicationEvents).where(eq(applicationEvents.applicationId, id))
    expect(events.at(-1)?.details).toEqual({ changedFacts: 'applicant-name' })
  })

  test('finds a corrected document by its new number', async () => {
    const { id, answer } = await aCaseUnderCorrection(['applicant-document'])
    await answer({ 'applicant-document-kind': 'passport', 'applicant-document-number': 'e12345678' })
    const parties = await database.db
      .select()
      .from(applicationParties)
      .where(eq(applicationParties.applicationId, id))
    expect(parties).toMatchObject([
      {
        documentKind: 'passport',
        documentNumber: 'E12345678',
        documentNumberLookup: personalLookup({ kind: 'id-number', value: 'E12345678' }),
      },
    ])
  })

  test('asks the other parent again once somebody else is named', async () => {
    const { id, answer } = await aCaseUnderCorrection(['other-parent-name'], { withOtherParent: true })
    await database.db
      .update(applicationParties)
      .set({ confirmedAt: new Date() })
      .where(eq(applicationParties.role, 'other_parent'))
    await answer({ 'other-parent-name': '张子伴' })
    const parties = await database.db
      .select()
      .from(applicationParties)
      .where(eq(applicationParties.applicationId, id))
    expect(parties.find(({ role }) => role === 'other_parent')).toMatchObject({
      name: '张子伴',
      confirmedAt: null,
    })
    const sent = await database.db.select().from(notifications).where(eq(notifications.applicationId, id))
    expect(sent.filter(({ template }) => template === 'other-parent-named')).toHaveLength(2)
  })

  test('changes nothing while one of the facts is not right', async () => {
    const { answer, read } = await aCaseUnderCorrection(['applicant-name', 'address'])
    const answered = await answer({ 'applicant-name': '李亭', 'address-basis': 'household' })
    expect(answered).toMatchObject({
      ok: false,
      failure: 'facts-not-right',
      details: { 'address-detail': 'detail-empty' },
    })
    const found = await read()
    expect(found?.application.status).toBe('correction_requested')
    expect(found?.parties.find(({ role }) => role === 'applicant')?.name).toBe('李婷')
  })

  test('may leave the facts as they are, but then says why', async () => {
    const { answer } = await aCaseUnderCorrection(['applicant-name'])
    const same = { 'applicant-name': '李婷' }
    expect(await answer(same)).toMatchObject({ failure: 'nothing-changed-or-said' })
    expect(await answer(same, '名字就是这样写的')).toMatchObject({ ok: true, value: { changed: 0 } })
  })

  test('comes once: a second one is told that there is nothing to answer', async () => {
    const { answer } = await aCaseUnderCorrection(['applicant-name'])
    const [one, other] = await Promise.all([
      answer({ 'applicant-name': '李亭' }),
      answer({ 'applicant-name': '李停' }),
    ])
    expect([one, other].filter(({ ok }) => ok)).toHaveLength(1)
    expect([one, other].find(({ ok }) => !ok)).toMatchObject({ failure: 'nothing-to-answer' })
  })

  test.each(['\u0000', '\ud800', '长'.repeat(1_001)])(
    'refuses words that nobody can read: %j',
    async words => {
      const { answer } = await aCaseUnderCorrection(['applicant-name'])
      expect(await answer({ 'applicant-name': '李亭' }, words)).toMatchObject({ ok: false })
    },
  )

  test('is not given by somebody else', async () => {
    const { reference, read } = await aCaseUnderCorrection(['applicant-name'])
    const stranger = await aResident(database.db)
    const answered = await answerCorrection(
      { reference, viewer: stranger, typed: { 'applicant-name': '王五' }, words: '' },
      { db: database.db },
    )
    expect(answered).toMatchObject({ failure: 'case-not-found' })
    expect((await read())?.application.status).toBe('correction_requested')
  })
})
