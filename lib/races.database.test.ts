import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAcceptedCase, aStaffMember, type TestCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { answerCorrection, requestCorrection, takeNextCase, withdrawApplication } from '@/lib/applications'
import { carryOutDueDeadlines, extendDeadline } from '@/lib/deadlines'
import { confirmRejection, proposeRejection, registerApplication } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import type { Result } from '@/lib/platform/result'

/** Each race is run on so many cases at once, since who is faster is chance. */
const TIMES = 12
const MORNING = new Date('2026-11-24T09:00:00+08:00')

let test: TestDatabase
let officer: StaffViewer
let colleague: StaffViewer
let supervisor: StaffViewer
beforeAll(async () => {
  test = await createTestDatabase()
  await test.travelTo(MORNING)
  officer = await aStaffMember(test.db)
  colleague = await aStaffMember(test.db)
  supervisor = await aStaffMember(test.db, { role: 'supervisor' })
})
afterAll(() => test.drop())

type Racer = (it: TestCase) => Promise<Result<unknown, string>>

const register =
  (viewer: StaffViewer): Racer =>
  ({ reference }) =>
    registerApplication({ reference, viewer }, test)
const askForCorrection: Racer = ({ reference }) =>
  requestCorrection({ reference, viewer: officer, items: [{ field: 'address', what: '请写明' }] }, test)
const answer: Racer = ({ reference, resident }) =>
  answerCorrection(
    {
      reference,
      viewer: resident,
      typed: { 'address-basis': 'residence', 'address-detail': '天津路 12 号' },
      words: '',
    },
    test,
  )
const withdraw: Racer = ({ reference, resident }) =>
  withdrawApplication({ reference, viewer: resident }, test)
const reject: Racer = ({ reference }) => confirmRejection({ reference, viewer: supervisor }, test)

async function propose({ reference }: TestCase): Promise<void> {
  const proposed = {
    reasonCode: 'already-registered',
    explanation: '同一申请人、同一次生育已于上周登记，证明仍然有效。',
    evidence: '登记系统查询结果',
    hearing: '',
  }
  const result = await proposeRejection({ reference, viewer: officer, proposed }, test)
  expect(result.ok).toBe(true)
}

/** Runs all racers at the same moment on each of many cases, and gives what each case's racers were answered. */
async function race(
  racers: Racer[],
  before: (it: TestCase) => Promise<unknown> = async () => {},
): Promise<{ it: TestCase; answers: Result<unknown, string>[] }[]> {
  const cases: TestCase[] = []
  for (let index = 0; index < TIMES; index += 1) cases.push(await anAcceptedCase(test.db))
  for (const it of cases) await before(it)
  return Promise.all(
    cases.map(async it => ({ it, answers: await Promise.all(racers.map(racer => racer(it))) })),
  )
}

async function decisionsOf({ id }: TestCase): Promise<number> {
  const [row] = await test.app`select count(*)::int from decisions where application_id = ${id}`
  return row?.count ?? 0
}

async function statusOf({ id }: TestCase): Promise<string> {
  const [row] = await test.app`select status from applications where id = ${id}`
  return row?.status ?? ''
}

function winnersOf(answers: Result<unknown, string>[]): number {
  return answers.filter(({ ok }) => ok).length
}

/** The loser is told in which state the case was found, from which a page makes its sentence. */
function failuresOf(answers: Result<unknown, string>[]) {
  return answers.flatMap(answered => (answered.ok ? [] : [answered]))
}

describe('of those who act at the same moment, exactly one wins', () => {
  it('when the same form is sent three times', async () => {
    for (const { it, answers } of await race([register(officer), register(officer), register(officer)])) {
      expect(winnersOf(answers)).toBe(1)
      expect(failuresOf(answers)).toMatchObject([
        { failure: 'case-is-not-open', details: { status: 'registered' } },
        { failure: 'case-is-not-open', details: { status: 'registered' } },
      ])
      expect(await decisionsOf(it)).toBe(1)
    }
  })

  it('when two officers register', async () => {
    for (const { it, answers } of await race([register(officer), register(colleague)])) {
      expect(winnersOf(answers)).toBe(1)
      expect(await decisionsOf(it)).toBe(1)
    }
  })

  it('when an officer registers while the supervisor rejects', async () => {
    for (const { it, answers } of await race([register(colleague), reject], propose)) {
      expect(winnersOf(answers)).toBe(1)
      const [loser] = failuresOf(answers)
      expect(loser?.failure).toBe('case-is-not-open')
      expect(loser?.details.status).toBe(await statusOf(it))
      expect(await decisionsOf(it)).toBe(1)
    }
  })

  it('when the applicant withdraws while an officer registers', async () => {
    for (const { it, answers } of await race([withdraw, register(officer)])) {
      expect(winnersOf(answers)).toBe(1)
      const status = await statusOf(it)
      expect(failuresOf(answers)[0]).toMatchObject({ failure: 'case-is-not-open', details: { status } })
      expect(await decisionsOf(it)).toBe(status === 'registered' ? 1 : 0)
    }
  })

  it('when one officer registers while another asks for a correction', async () => {
    for (const { answers } of await race([register(colleague), askForCorrection])) {
      expect(winnersOf(answers)).toBe(1)
      expect(['case-is-not-open', 'waits-for-applicant']).toContain(failuresOf(answers)[0]?.failure)
    }
  })

  it('when the answer to a correction is sent twice', async () => {
    for (const { answers } of await race([answer, answer], askForCorrection)) {
      expect(winnersOf(answers)).toBe(1)
      expect(failuresOf(answers)[0]?.failure).toBe('nothing-to-answer')
    }
  })

  it('when two supervisors extend', async () => {
    const second = await aStaffMember(test.db, { role: 'supervisor' })
    const extend =
      (viewer: StaffViewer): Racer =>
      ({ reference }) =>
        extendDeadline({ reference, viewer, workingDays: 2, reason: '等待核实' }, test)
    for (const { answers } of await race([extend(supervisor), extend(second)])) {
      expect(winnersOf(answers)).toBe(1)
      expect(failuresOf(answers)[0]?.failure).toBe('already-extended')
    }
  })
})

it('two officers who take the next case never get the same one', async () => {
  const taken = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      takeNextCase({ viewer: index % 2 === 0 ? officer : colleague }, test),
    ),
  )
  const references = taken.flatMap(next => (next ? [next.reference] : []))
  expect(references.length).toBeGreaterThan(0)
  expect(new Set(references).size).toBe(references.length)
})

describe('when the clock runs out', () => {
  it('sweeps, an officer and the applicant at once lead to one deemed registration', async () => {
    const cases = await Promise.all(Array.from({ length: TIMES }, () => anAcceptedCase(test.db)))
    await test.travelTo(new Date('2026-11-27T17:30:01+08:00'))
    const [first, second, ...acts] = await Promise.all([
      carryOutDueDeadlines({ lanes: 2 }, test),
      carryOutDueDeadlines({ lanes: 2 }, test),
      ...cases.flatMap(it => [register(officer)(it), withdraw(it)]),
    ])
    expect([first?.failed, second?.failed]).toEqual([[], []])
    expect(winnersOf(acts)).toBe(0)
    const failures = new Set(failuresOf(acts).map(({ failure }) => failure))
    expect([...failures].filter(name => !['time-had-run-out', 'case-is-not-open'].includes(name))).toEqual([])
    for (const it of cases) {
      expect(await statusOf(it)).toBe('registered')
      expect(await decisionsOf(it)).toBe(1)
    }
  })

  it('an act at the very moment of closing is still in time, and a second later it is not', async () => {
    await test.travelTo(new Date('2026-11-30T09:00:00+08:00'))
    const [inTime, tooLate] = [await anAcceptedCase(test.db), await anAcceptedCase(test.db)]
    const registerAt = (at: string, { reference }: TestCase) =>
      // Within a transaction the server's clock stands still, and so the service's can be set to the moment.
      test.db.transaction(async transaction => {
        await transaction.execute(sql`select set_service_clock_ahead(${at}::timestamptz - now())`)
        return registerApplication({ reference, viewer: officer }, { db: transaction })
      })
    expect(await registerAt('2026-12-03T17:30:00+08:00', inTime)).toMatchObject({ ok: true })
    expect(await registerAt('2026-12-03T17:30:01+08:00', tooLate)).toMatchObject({
      ok: false,
      failure: 'time-had-run-out',
    })
    expect(await statusOf(tooLate)).toBe('registered')
  })
})
