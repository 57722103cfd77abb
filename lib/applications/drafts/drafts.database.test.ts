import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applications } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import type { ResidentViewer } from '@/lib/identity'
import { acceptApplication } from '../accept-application'
import { goodAnswers } from '../form/testing'
import { withdrawApplication } from '../withdraw-application'
import { draftFrom, draftsOf, findDraft, MOST_DRAFTS, removeDraft, saveAnswer, startDraft } from '.'
import { aCompleteApplication, aDraft, anOpenOffice, aResident } from './testing'

let database: TestDatabase
let viewer: ResidentViewer
beforeAll(async () => {
  database = await createTestDatabase()
  await anOpenOffice(database.db)
})
afterAll(() => database.drop())

beforeEach(async () => {
  await database.travelTo(new Date('2026-11-24T10:41:00+08:00'))
  viewer = await aResident(database.db)
})

async function started(): Promise<string> {
  const result = await startDraft({ viewer }, database)
  if (!result.ok) throw new Error(result.failure)
  return result.value.draftId
}

async function accepted(application = aCompleteApplication()): Promise<string> {
  const draftId = await aDraft(database.db, { viewer })
  const { reference } = await database.db.transaction(transaction =>
    acceptApplication(transaction, {
      draftId,
      residentId: viewer.residentId,
      application,
      codeConfirmedAt: new Date(),
    }),
  )
  return reference
}

describe('a draft', () => {
  test('keeps each answer as it was typed, right or not yet, and says when', async () => {
    const draftId = await started()
    await saveAnswer({ draftId, viewer, question: 'who-applies', typed: { who: 'self' } }, database)
    await database.travelTo(new Date('2026-11-24T11:05:00+08:00'))
    const typed = { name: '李<b>', idNumber: '42020219930512352X' }
    await saveAnswer({ draftId, viewer, question: 'applicant', typed }, database)
    const found = await findDraft({ draftId, viewer }, database)
    expect(found).toMatchObject({
      ok: true,
      value: { answers: { 'who-applies': { who: 'self' }, applicant: typed } },
    })
    if (found.ok) expect(found.value.savedAt.toISOString()).toMatch(/^2026-11-24T03:05/)
  })

  test('is not set back by what was typed earlier and arrives late', async () => {
    const draftId = await started()
    const before = await findDraft({ draftId, viewer }, database)
    if (!before.ok) throw new Error(before.failure)
    const whileTyping = {
      draftId,
      viewer,
      question: 'applicant',
      unchangedSince: before.value.savedAt,
    } as const
    await database.travelTo(new Date('2026-11-24T10:42:00+08:00'))
    expect(await saveAnswer({ ...whileTyping, typed: { name: '李' } }, database)).toMatchObject({ ok: true })
    await database.travelTo(new Date('2026-11-24T10:43:00+08:00'))
    await saveAnswer({ draftId, viewer, question: 'applicant', typed: { name: '李婷' } }, database)
    const late = await saveAnswer({ ...whileTyping, typed: { name: '李' } }, database)
    expect(late).toMatchObject({ ok: false, failure: 'changed-meanwhile' })
    const found = await findDraft({ draftId, viewer }, database)
    expect(found).toMatchObject({ ok: true, value: { answers: { applicant: { name: '李婷' } } } })
  })

  test('keeps only the fields of the question, and nothing that is too long', async () => {
    const draftId = await started()
    const typed = { who: 'self', married: 'yes', draft: draftId, $ACTION_ID: 'x' }
    await saveAnswer({ draftId, viewer, question: 'who-applies', typed }, database)
    await saveAnswer({ draftId, viewer, question: 'proxy', typed: { name: '王'.repeat(10_000) } }, database)
    expect(await findDraft({ draftId, viewer }, database)).toMatchObject({
      value: { answers: { 'who-applies': { who: 'self' }, proxy: {} } },
    })
  })

  test('takes NUL, lone surrogates, markup and emoji without an error', async () => {
    const draftId = await started()
    for (const name of ['王\u0000芳', '王\ud800', '<script>', '👶', "'; drop table residents; --"]) {
      const saved = await saveAnswer({ draftId, viewer, question: 'proxy', typed: { name } }, database)
      expect(saved).toMatchObject({ ok: true, value: { answers: { proxy: { name: name.toWellFormed() } } } })
    }
  })

  test('of two devices at once loses neither’s answer', async () => {
    const draftId = await started()
    await Promise.all([
      saveAnswer({ draftId, viewer, question: 'who-applies', typed: { who: 'self' } }, database),
      saveAnswer({ draftId, viewer, question: 'stage', typed: { stage: 'born' } }, database),
      saveAnswer({ draftId, viewer, question: 'other-parent', typed: { named: 'no' } }, database),
    ])
    expect(await findDraft({ draftId, viewer }, database)).toMatchObject({
      value: {
        answers: {
          'who-applies': { who: 'self' },
          stage: { stage: 'born' },
          'other-parent': { named: 'no' },
        },
      },
    })
  })

  test('is stored sealed', async () => {
    const draftId = await started()
    await saveAnswer({ draftId, viewer, question: 'applicant', typed: { name: '李婷' } }, database)
    const [row] = await database.app`select draft_answers from applications where id = ${draftId}`
    expect(row?.draft_answers).toMatch(/^v1\./)
    expect(row?.draft_answers).not.toContain('李婷')
  })

  test.each(['', 'x', "' or 1=1", '00000000-0000-0000-0000-000000000000', '<b>', '\u0000'])(
    'with the id %j is not found',
    async draftId => {
      expect(await findDraft({ draftId, viewer }, database)).toMatchObject({ failure: 'draft-not-found' })
      const removed = await removeDraft({ draftId, viewer }, database)
      expect(removed).toMatchObject({ failure: 'draft-not-found' })
      const saved = await saveAnswer({ draftId, viewer, question: 'stage', typed: {} }, database)
      expect(saved).toMatchObject({ failure: 'draft-not-found' })
    },
  )

  test('of somebody else is answered like one that does not exist', async () => {
    const draftId = await started()
    const stranger = await aResident(database.db)
    const as = { draftId, viewer: stranger }
    expect(await findDraft(as, database)).toMatchObject({ failure: 'draft-not-found' })
    const typed = { who: 'relative' }
    expect(await saveAnswer({ ...as, question: 'who-applies', typed }, database)).toMatchObject({
      failure: 'draft-not-found',
    })
    expect(await removeDraft(as, database)).toMatchObject({ failure: 'draft-not-found' })
    expect(await draftsOf({ viewer: stranger }, database)).toEqual([])
    expect(await findDraft({ draftId, viewer }, database)).toMatchObject({ ok: true, value: { answers: {} } })
  })

  test('that was submitted leads to its application, and changes no more', async () => {
    const reference = await accepted()
    const [row] = await database.db
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.reference, reference))
    const draftId = row?.id ?? ''
    const submitted = { failure: 'already-submitted', details: { reference } }
    expect(await findDraft({ draftId, viewer }, database)).toMatchObject(submitted)
    const saved = await saveAnswer({ draftId, viewer, question: 'stage', typed: { stage: 'born' } }, database)
    expect(saved).toMatchObject(submitted)
    expect(await removeDraft({ draftId, viewer }, database)).toMatchObject({ failure: 'draft-not-found' })
  })

  test('is removed with everything in it, once', async () => {
    const draftId = await started()
    expect(await removeDraft({ draftId, viewer }, database)).toMatchObject({ ok: true })
    expect(await removeDraft({ draftId, viewer }, database)).toMatchObject({ failure: 'draft-not-found' })
    expect(await draftsOf({ viewer }, database)).toEqual([])
  })
})

describe('the drafts of a resident', () => {
  test('are listed with the one saved last on top', async () => {
    const first = await started()
    const second = await started()
    await database.travelTo(new Date('2026-11-24T12:00:00+08:00'))
    await saveAnswer({ draftId: first, viewer, question: 'stage', typed: { stage: 'born' } }, database)
    expect((await draftsOf({ viewer }, database)).map(({ id }) => id)).toEqual([first, second])
  })

  test('are few, even when many are started at once', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => startDraft({ viewer }, database)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(MOST_DRAFTS)
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      failure: 'too-many-drafts',
      details: { most: MOST_DRAFTS },
    })
    expect(await draftsOf({ viewer }, database)).toHaveLength(MOST_DRAFTS)
  })
})

describe('who applied before', () => {
  test('finds filled in who they are and where, but not what must be said anew', async () => {
    await accepted(aCompleteApplication({ withOtherParent: true }))
    const found = await findDraft({ draftId: await started(), viewer }, database)
    expect(found).toMatchObject({
      value: {
        answers: {
          'who-applies': { who: 'self' },
          applicant: { name: '李婷', idNumber: '420202199305123523' },
          address: { basis: 'residence', office: '420202006' },
        },
      },
    })
    if (found.ok) expect(Object.keys(found.value.answers)).toHaveLength(3)
  })

  test('as a proxy finds only their own name', async () => {
    await accepted(aCompleteApplication({ byProxy: true }))
    const found = await findDraft({ draftId: await started(), viewer }, database)
    if (!found.ok) throw new Error(found.failure)
    expect(found.value.answers).toEqual({ 'who-applies': { who: 'relative' }, proxy: { name: '王芳' } })
  })
})

describe('an application that ended without a registration', () => {
  test('becomes a draft again with one click, everything in it but the promise', async () => {
    const reference = await accepted(aCompleteApplication({ withOtherParent: true, byProxy: true }))
    await withdrawApplication({ reference, viewer }, database)
    const made = await draftFrom({ reference, viewer }, database)
    if (!made.ok) throw new Error(made.failure)
    const found = await findDraft({ draftId: made.value.draftId, viewer }, database)
    if (!found.ok) throw new Error(found.failure)
    expect(found.value.answers).toEqual({
      'who-applies': { who: 'relative' },
      proxy: { name: '王芳', mandate: 'own-phone', phone: '139 0000 0003' },
      applicant: { name: '李婷', idNumber: '420202199305123523' },
      'other-parent': { named: 'yes' },
      'other-parent-details': {
        name: '张子畔',
        idNumber: '420202199002110012',
        phone: '139 0000 0002',
      },
      address: goodAnswers.address,
      stage: { stage: 'expecting' },
    })
  })

  test('gives the same draft to two clicks at once', async () => {
    const reference = await accepted()
    await withdrawApplication({ reference, viewer }, database)
    const [one, other] = await Promise.all([
      draftFrom({ reference, viewer }, database),
      draftFrom({ reference, viewer }, database),
    ])
    expect(one).toMatchObject({ ok: true })
    expect(one).toEqual(other)
    expect(await draftsOf({ viewer }, database)).toHaveLength(1)
  })

  test('is only one’s own, and only once it has ended', async () => {
    const reference = await accepted()
    expect(await draftFrom({ reference, viewer }, database)).toMatchObject({ failure: 'not-ended' })
    const stranger = await aResident(database.db)
    expect(await draftFrom({ reference, viewer: stranger }, database)).toMatchObject({
      failure: 'case-not-found',
    })
  })
})
