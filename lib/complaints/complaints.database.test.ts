import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { staff } from '@/db/schema'
import { anAcceptedCase, aStaffMember, type TestCase, testOffice } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { findOwnApplication, withdrawApplication } from '@/lib/applications'
import { aResident } from '@/lib/applications/drafts/testing'
import { carryOutDueDeadlines, findRunningDeadline } from '@/lib/deadlines'
import { confirmRejection, proposeRejection, registerApplication, setRejectionRight } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { officeQueue, supervisionFigures } from '@/lib/supervision'
import {
  answerComplaint,
  complaintsOfCase,
  complaintsToAnswer,
  fileComplaint,
  findComplaintForStaff,
  LONGEST_COMPLAINT,
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
  for (const { staffId } of [supervisor, county]) {
    await database.db
      .update(staff)
      .set({ email: `${staffId}@example.cn` })
      .where(eq(staff.id, staffId))
  }
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:00:00+08:00')))

/** Five working days after Tuesday 24 November 2026, when the office closes. */
const dueAt = new Date('2026-12-01T17:30:00+08:00')
const anHourBefore = new Date('2026-12-01T16:30:00+08:00')
const aMomentTooLate = new Date('2026-12-01T17:30:01+08:00')

const complain = ({ reference, resident }: TestCase, text = '经办人说还要交结婚证') =>
  fileComplaint({ reference, viewer: resident, text }, database)
const answer = (
  { reference }: TestCase,
  { viewer = supervisor, outcome = 'upheld' as const, said = '不应当要求，已向经办人指出' } = {},
) => answerComplaint({ reference, viewer, outcome, answer: said }, database)
const sweep = () => carryOutDueDeadlines({}, database)
const newestOf = async ({ id }: TestCase) => (await complaintsOfCase(database.db, { applicationId: id }))[0]
const eventsOf = async ({ id }: TestCase) =>
  (
    await database.app`select name from application_events where application_id = ${id}
      and name like 'complaint-%' order by id`
  ).map(({ name }) => name)
async function aRejectedCase(by = { officer, supervisor }, officeCode = testOffice): Promise<TestCase> {
  const rejected = await anAcceptedCase(database.db, { officeCode })
  const proposed = {
    reasonCode: 'already-registered',
    explanation: '同一申请人、同一次生育已于上周登记，证明仍然有效。',
    evidence: '登记系统查询结果',
    hearing: '',
  }
  await proposeRejection({ ...rejected, viewer: by.officer, proposed }, database)
  await confirmRejection({ ...rejected, viewer: by.supervisor }, database)
  return rejected
}

describe('a complaint', () => {
  test('is filed by the applicant for whom a proxy applied as well as by the proxy', async () => {
    const open = await anAcceptedCase(database.db)
    const applicant = await aResident(database.db)
    await database.owner`update applications
      set applied_by = 'proxy', proxy_relation = 'relative', mandate = 'own-phone',
        principal_resident_id = ${applicant.residentId}
      where id = ${open.id}`
    const stranger = await aResident(database.db)
    expect(await complain({ ...open, resident: stranger })).toMatchObject({ ok: false })
    expect(await complain({ ...open, resident: applicant })).toMatchObject({ ok: true })
  })

  test('is filed about an open case, starts a clock of its own and stops none', async () => {
    const open = await anAcceptedCase(database.db)
    const before = await findRunningDeadline(database.db, { applicationId: open.id })
    expect(await complain(open)).toEqual({ ok: true, value: { dueAt } })
    expect(await findRunningDeadline(database.db, { applicationId: open.id })).toEqual(before)
    const newest = await newestOf(open)
    expect(newest).toMatchObject({ text: '经办人说还要交结婚证', outcome: null, escalatedAt: null })
    expect(newest?.clock).toMatchObject({ kind: 'complaint-answer', state: 'running', workingDays: 5 })
    expect(await eventsOf(open)).toEqual(['complaint-filed'])
  })

  test('is filed about a case that has ended, and is kept sealed', async () => {
    const withdrawn = await anAcceptedCase(database.db)
    await withdrawApplication({ ...withdrawn, viewer: withdrawn.resident }, database)
    expect((await complain(withdrawn)).ok).toBe(true)
    const [stored] = await database.app`select text from complaints where application_id = ${withdrawn.id}`
    expect(stored?.text).toMatch(/^v1\./)
  })

  test('is one at a time: the same form sent twice at once files one', async () => {
    const open = await anAcceptedCase(database.db)
    const both = await Promise.all([complain(open), complain(open)])
    expect(both.map(result => (result.ok ? 'filed' : result.failure)).sort()).toEqual([
      'complaint-open',
      'filed',
    ])
    await answer(open, { outcome: 'upheld' })
    expect((await complain(open, '又发生了一次')).ok).toBe(true)
    expect((await complaintsOfCase(database.db, { applicationId: open.id })).length).toBe(2)
  })

  test.each([
    ['', 'text-missing'],
    ['  \n ', 'text-missing'],
    ['字'.repeat(LONGEST_COMPLAINT + 1), 'too-long'],
    ['一\u0000二', 'forbidden-character'],
    ['李\udfff', 'forbidden-character'],
  ])('says something that can be kept: %j', async (text, failure) => {
    const open = await anAcceptedCase(database.db)
    expect(await complain(open, text)).toMatchObject({ ok: false, failure })
    expect(await newestOf(open)).toBeUndefined()
  })

  test("is about one's own case only: another's is as if it did not exist", async () => {
    const open = await anAcceptedCase(database.db)
    const stranger = await aResident(database.db)
    const tried = await fileComplaint({ reference: open.reference, viewer: stranger, text: '不满' }, database)
    expect(tried).toMatchObject({ ok: false, failure: 'case-not-found' })
    expect(await newestOf(open)).toBeUndefined()
  })

  test('shows in the queue as a flag of its case, never as a case of its own', async () => {
    const own = await aStaffMember(database.db, { role: 'supervisor', officeCodes: ['420202007'] })
    const open = await anAcceptedCase(database.db, { officeCode: '420202007' })
    const ended = await anAcceptedCase(database.db, { officeCode: '420202007' })
    await withdrawApplication({ ...ended, viewer: ended.resident }, database)
    await complain(open)
    await complain(ended)
    const { rows } = await officeQueue({ viewer: own }, database)
    expect(rows.map(({ reference, flags }) => ({ reference, flags }))).toEqual([
      { reference: open.reference, flags: ['complaint'] },
    ])
    expect(await supervisionFigures({ viewer: own }, database)).toMatchObject({ open: 1, complaints: 2 })
    const waiting = await complaintsToAnswer({ viewer: own }, database)
    expect(waiting.map(({ reference }) => reference).sort()).toEqual([open.reference, ended.reference].sort())
  })

  test('outlives its case: withdrawing ends the clock of the case alone', async () => {
    const open = await anAcceptedCase(database.db)
    await complain(open)
    expect((await withdrawApplication({ ...open, viewer: open.resident }, database)).ok).toBe(true)
    expect((await newestOf(open))?.clock.state).toBe('running')
    const own = await findOwnApplication({ reference: open.reference, viewer: open.resident }, database)
    expect(own).toMatchObject({ runningClock: null, complaints: [{ outcome: null }] })
  })
})

describe('an answer', () => {
  test('comes from a supervisor in time, once, and the applicant reads it', async () => {
    const open = await anAcceptedCase(database.db)
    await complain(open)
    expect(await answer(open)).toEqual({ ok: true, value: { isToSetRight: false } })
    expect(await newestOf(open)).toMatchObject({
      outcome: 'upheld',
      answer: '不应当要求，已向经办人指出',
      answeredById: supervisor.staffId,
      answeredByRole: 'office',
      clock: { state: 'met' },
    })
    expect(await answer(open)).toMatchObject({ ok: false, failure: 'no-complaint' })
    expect(await eventsOf(open)).toEqual(['complaint-filed', 'complaint-answered'])
  })

  test('is given by neither an officer, the county, another office nor a party to the case', async () => {
    const open = await anAcceptedCase(database.db)
    await complain(open)
    const elsewhere = await aStaffMember(database.db, { role: 'supervisor', officeCodes: ['420202007'] })
    expect(await answer(open, { viewer: officer })).toMatchObject({ failure: 'needs-supervisor' })
    expect(await answer(open, { viewer: county })).toMatchObject({ failure: 'waits-for-the-office' })
    expect(await answer(open, { viewer: elsewhere })).toMatchObject({ failure: 'other-office' })
    expect(await findComplaintForStaff({ ...open, viewer: elsewhere }, database)).toMatchObject({
      failure: 'other-office',
    })
    expect((await newestOf(open))?.outcome).toBeNull()
  })

  test('is not given by the supervisor who handled the case', async () => {
    const open = await anAcceptedCase(database.db)
    await registerApplication({ ...open, viewer: supervisor }, database)
    await complain(open)
    expect(await answer(open)).toMatchObject({ failure: 'about-yourself' })
    const colleague = await aStaffMember(database.db, { role: 'supervisor' })
    expect((await answer(open, { viewer: colleague })).ok).toBe(true)
  })

  test('that upholds a complaint about a refusal leads on to setting it right', async () => {
    const rejected = await aRejectedCase()
    await complain(rejected)
    const viewer = await aStaffMember(database.db, { role: 'supervisor' })
    expect(await answer(rejected, { viewer })).toEqual({ ok: true, value: { isToSetRight: true } })
    const { reference } = rejected
    const ground = 'complaint-upheld' as const
    const set = await setRejectionRight({ reference, viewer: supervisor, ground, note: '投诉属实' }, database)
    expect(set.ok).toBe(true)
  })

  test('about a refusal is never given by whoever confirmed it; a lone supervisor leaves it to the county, at once', async () => {
    const officeCodes = ['420203007']
    const [its, lone, above] = await Promise.all(
      (['officer', 'supervisor', 'county'] as const).map(role =>
        aStaffMember(database.db, { role, officeCodes }),
      ),
    )
    if (!its || !lone || !above) throw new Error('three were made')
    const rejected = await aRejectedCase({ officer: its, supervisor: lone }, '420203007')
    await complain(rejected)
    expect(await complaintsToAnswer({ viewer: lone }, database)).toEqual([])
    expect(await complaintsToAnswer({ viewer: above }, database)).toMatchObject([
      { reference: rejected.reference },
    ])
    expect(await answer(rejected, { viewer: lone })).toMatchObject({ failure: 'about-yourself' })
    const attack = database.app`update complaints
      set answered_at = service_now(), answered_by_id = ${lone.staffId}, answer = answer, outcome = 'not-upheld'
      where application_id = ${rejected.id}`
    await expect(attack).rejects.toMatchObject({
      constraint_name: 'a_complaint_is_answered_by_a_supervisor_or_the_county',
    })
    expect(await answer(rejected, { viewer: above })).toEqual({ ok: true, value: { isToSetRight: true } })
    expect(await newestOf(rejected)).toMatchObject({ answeredByRole: 'county', clock: { state: 'met' } })
  })

  test('needs words', async () => {
    const open = await anAcceptedCase(database.db)
    await complain(open)
    expect(await answer(open, { said: ' ' })).toMatchObject({ failure: 'answer-missing' })
  })
})

describe('without an answer in time', () => {
  test('a complaint goes to the county, exactly once, whatever has become of its case', async () => {
    const ended = await anAcceptedCase(database.db)
    await registerApplication({ ...ended, viewer: officer }, database)
    await complain(ended)
    await database.travelTo(anHourBefore)
    await sweep()
    expect((await newestOf(ended))?.escalatedAt).toBeNull()
    await database.travelTo(aMomentTooLate)
    await Promise.all([sweep(), sweep()])
    await sweep()
    expect(await newestOf(ended)).toMatchObject({
      escalatedAt: expect.any(Date),
      clock: { state: 'lapsed' },
    })
    expect(await eventsOf(ended)).toEqual(['complaint-filed', 'complaint-escalated'])
    const toCounty = await database.app`select count(*)::int from notifications
      where staff_id = ${county.staffId} and template = 'complaint-escalated-county'
        and created_at >= ${aMomentTooLate}`
    expect(toCounty[0]?.count).toBeGreaterThan(0)
  })

  test('no supervisor answers any more, though no sweep has run; the county does', async () => {
    const open = await anAcceptedCase(database.db)
    await complain(open)
    await database.travelTo(aMomentTooLate)
    expect(await answer(open)).toMatchObject({ ok: false, failure: 'went-to-the-county' })
    expect((await newestOf(open))?.escalatedAt).toBeInstanceOf(Date)
    const waiting = await complaintsToAnswer({ viewer: county }, database)
    expect(waiting.map(({ reference }) => reference)).toContain(open.reference)
    expect((await answer(open, { viewer: county })).ok).toBe(true)
    expect(await newestOf(open)).toMatchObject({ answeredByRole: 'county', outcome: 'upheld' })
    expect(await eventsOf(open)).toEqual(['complaint-filed', 'complaint-escalated', 'complaint-answered'])
  })

  test('the clock of the case has had its own consequence, by itself', async () => {
    const open = await anAcceptedCase(database.db)
    await complain(open)
    await database.travelTo(aMomentTooLate)
    await sweep()
    const [row] = await database.app`select status from applications where id = ${open.id}`
    expect(row?.status).toBe('registered')
    expect((await newestOf(open))?.escalatedAt).toBeInstanceOf(Date)
  })
})
