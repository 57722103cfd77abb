import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applications, staff } from '@/db/schema'
import { anAcceptedCase, aStaffMember, type TestCase, testOffice } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { registerApplication } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import {
  answerRating,
  LONGEST_WORDS,
  type RatingStep,
  rateCase,
  ratingFigures,
  ratingOfCase,
  ratingsToAnswer,
} from './index'

let database: TestDatabase
let officer: StaffViewer
let supervisor: StaffViewer
let county: StaffViewer
beforeAll(async () => {
  database = await createTestDatabase()
  officer = await aStaffMember(database.db)
  supervisor = await aStaffMember(database.db, { role: 'supervisor' })
  county = await aStaffMember(database.db, { role: 'county' })
  const email = `${supervisor.staffId}@example.cn`
  await database.db.update(staff).set({ email }).where(eq(staff.id, supervisor.staffId))
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:00:00+08:00')))

async function aRegisteredCase(): Promise<TestCase> {
  const it = await anAcceptedCase(database.db)
  await registerApplication({ ...it, viewer: officer }, database)
  return it
}

const rate = (it: TestCase, step: RatingStep = 1, words = '等了很久，没有人接电话。') =>
  rateCase({ reference: it.reference, viewer: it.resident, step, words }, database)
const answer = ({ reference }: TestCase, viewer = supervisor, text = '对不起，电话已经有专人接听。') =>
  answerRating({ reference, viewer, answer: text }, database)
const ratingOf = ({ id }: TestCase) => ratingOfCase(database.db, { applicationId: id })
const statusOf = async ({ id }: TestCase) =>
  (await database.db.select().from(applications).where(eq(applications.id, id)))[0]?.status
const waitsFor = async (viewer: StaffViewer, { reference }: TestCase) =>
  (await ratingsToAnswer({ viewer }, database)).some(row => row.reference === reference)

describe('a rating', () => {
  test('is kept sealed and leaves the case as it was decided', async () => {
    const it = await aRegisteredCase()
    expect(await rate(it, 5, '办得很快。')).toEqual({ ok: true, value: { answerBy: null } })
    const [stored] = await database.app`select words from ratings where application_id = ${it.id}`
    expect(stored?.words).toMatch(/^v1\./)
    expect(await ratingOf(it)).toMatchObject({ step: 5, words: '办得很快。', officeCode: testOffice })
    expect(await statusOf(it)).toBe('registered')
    expect(await waitsFor(supervisor, it)).toBe(false)
  })

  test('needs no words', async () => {
    const it = await aRegisteredCase()
    expect(await rate(it, 4, '')).toMatchObject({ ok: true })
    expect((await ratingOf(it))?.words).toBeNull()
  })

  test('is given once, though the form is sent twice at once', async () => {
    const it = await aRegisteredCase()
    const both = await Promise.all([rate(it), rate(it)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await rate(it, 5)).toMatchObject({ ok: false, failure: 'already-rated' })
  })

  test('comes after the decision and from its own applicant', async () => {
    const open = await anAcceptedCase(database.db)
    expect(await rate(open)).toMatchObject({ ok: false, failure: 'not-decided' })
    const [it, other] = [await aRegisteredCase(), await aRegisteredCase()]
    expect(await rate({ ...it, resident: other.resident })).toMatchObject({ failure: 'case-not-found' })
    expect(await rate(it, 1, 'x'.repeat(LONGEST_WORDS + 1))).toMatchObject({ failure: 'too-long' })
  })
})

describe('a low rating', () => {
  test('waits for a supervisor who did not handle the case, and is answered once', async () => {
    const it = await aRegisteredCase()
    const rated = await rate(it, 2)
    expect(rated.ok && rated.value.answerBy).toBeInstanceOf(Date)
    expect(await waitsFor(supervisor, it)).toBe(true)
    expect(await waitsFor(county, it)).toBe(false)
    expect(await answer(it, officer)).toMatchObject({ failure: 'needs-supervisor' })
    expect(await answer(it, county)).toMatchObject({ failure: 'waits-for-the-office' })
    expect(await answer(it, supervisor, ' ')).toMatchObject({ failure: 'answer-missing' })
    expect(await answer(it)).toMatchObject({ ok: true })
    expect(await answer(it)).toMatchObject({ failure: 'already-answered' })
    expect(await waitsFor(supervisor, it)).toBe(false)
  })

  test('is seen by the county once it is late, which may answer it then', async () => {
    const it = await aRegisteredCase()
    await rate(it, 1)
    await database.travelTo(new Date('2027-01-11T10:00:00+08:00'))
    expect(await waitsFor(county, it)).toBe(true)
    expect(await answer(it, county)).toMatchObject({ ok: true })
  })

  test('is told to the supervisors, and its answer to the applicant', async () => {
    const it = await aRegisteredCase()
    await rate(it, 1)
    await answer(it)
    const told = await database.app`select template from notifications where application_id = ${it.id}`
    expect(told.map(({ template }) => template)).toContain('rating-answered')
    const mailed = await database.app`select from notifications
      where staff_id = ${supervisor.staffId} and template = 'rating-to-answer'`
    expect(mailed.length).toBeGreaterThan(0)
  })

  test('is not answered where none was promised', async () => {
    const it = await aRegisteredCase()
    await rate(it, 5)
    expect(await answer(it)).toMatchObject({ failure: 'nothing-to-answer' })
  })
})

test('the figures count steps an office and carry no names and no words', async () => {
  const figures = await ratingFigures({ viewer: supervisor }, database)
  expect(figures).toHaveLength(1)
  expect(figures[0]).toMatchObject({ officeCode: testOffice, steps: { 5: 2, 4: 1, 3: 0, 2: 1 } })
  expect(Object.keys(figures[0] ?? {}).sort()).toEqual(['office', 'officeCode', 'steps'])
})
