import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAcceptedCase, aStaffMember, type TestCase, testOffice } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import {
  answerCorrection,
  claimCase,
  requestCorrection,
  transferApplication,
  transitions,
  withdrawApplication,
} from '@/lib/applications'
import { answerComplaint, fileComplaint } from '@/lib/complaints'
import { carryOutDueDeadlines, extendDeadline, requestExtension } from '@/lib/deadlines'
import {
  confirmRejection,
  proposeRejection,
  registerApplication,
  returnProposal,
  setRejectionRight,
} from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import type { Result } from '@/lib/platform/result'

const RUNS = 25
const LONGEST_STORY = 22
const OTHER_OFFICE = '420202007'

let test: TestDatabase
let officers: StaffViewer[]
let supervisors: StaffViewer[]
/** The service's time, which only goes forward, from story to story. */
let now = new Date('2026-01-05T09:00:00+08:00')

beforeAll(async () => {
  test = await createTestDatabase()
  await test.travelTo(now)
  const member = (role: 'officer' | 'supervisor', officeCode: string) =>
    aStaffMember(test.db, { role, officeCodes: [officeCode] })
  officers = [
    await member('officer', testOffice),
    await member('officer', OTHER_OFFICE),
    await member('officer', testOffice),
  ]
  supervisors = [await member('supervisor', testOffice), await member('supervisor', OTHER_OFFICE)]
})
afterAll(() => test.drop())

type Command = (
  it: TestCase,
  officer: StaffViewer,
  supervisor: StaffViewer,
) => Promise<Result<unknown, string>>

const proposed = {
  reasonCode: 'already-registered',
  explanation: '同一申请人、同一次生育已于上周登记，证明仍然有效。',
  evidence: '登记系统查询结果',
  hearing: '',
}

/** Everything that anybody can do to a case; most of it is refused most of the time. */
const commands: Record<string, Command> = {
  claim: ({ reference }, viewer) => claimCase({ reference, viewer }, test),
  register: ({ reference }, viewer) => registerApplication({ reference, viewer }, test),
  'request a correction': ({ reference }, viewer) =>
    requestCorrection({ reference, viewer, items: [{ field: 'address', what: '请写明门牌号' }] }, test),
  'answer the correction': ({ reference, resident }) =>
    answerCorrection(
      {
        reference,
        viewer: resident,
        typed: { 'address-basis': 'residence', 'address-detail': '天津路 12 号' },
        words: '已补',
      },
      test,
    ),
  transfer: ({ reference }, viewer) => {
    const toOfficeCode = viewer.officeCodes[0] === testOffice ? OTHER_OFFICE : testOffice
    return transferApplication({ reference, viewer, toOfficeCode, reason: '居住地在那边' }, test)
  },
  propose: ({ reference }, viewer) => proposeRejection({ reference, viewer, proposed }, test),
  'return the proposal': ({ reference }, _officer, viewer) =>
    returnProposal({ reference, viewer, note: '请写清楚' }, test),
  reject: ({ reference }, _officer, viewer) => confirmRejection({ reference, viewer }, test),
  'set right': ({ reference }, _officer, viewer) =>
    setRejectionRight({ reference, viewer, ground: 'complaint-upheld', note: '投诉属实' }, test),
  'ask for more time': ({ reference }, viewer) =>
    requestExtension({ reference, viewer, workingDays: 3, reason: '等待核实' }, test),
  extend: ({ reference }, _officer, viewer) =>
    extendDeadline({ reference, viewer, workingDays: 4, reason: '等待核实' }, test),
  complain: ({ reference, resident }) =>
    fileComplaint({ reference, viewer: resident, text: '没有人接电话' }, test),
  'answer the complaint': ({ reference }, _officer, viewer) =>
    answerComplaint({ reference, viewer, outcome: 'upheld', answer: '已改正' }, test),
  withdraw: ({ reference, resident }) => withdrawApplication({ reference, viewer: resident }, test),
}

type Move =
  | { kind: 'submit' }
  | { kind: 'command'; name: string; which: number; officer: number; supervisor: number }
  | { kind: 'time passes'; minutes: number }
  | { kind: 'sweep' }

/** Withdrawing and registering end a story, so they come seldom; waiting comes in minutes, days and weeks. */
const move = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Move>({ kind: 'submit' }) },
  {
    weight: 18,
    arbitrary: fc.record({
      kind: fc.constant('command' as const),
      name: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...Object.keys(commands)) },
        {
          weight: 4,
          arbitrary: fc.constantFrom('request a correction', 'propose', 'reject', 'answer the correction'),
        },
      ),
      which: fc.nat(2),
      officer: fc.constantFrom(0, 0, 2, 1),
      supervisor: fc.constantFrom(0, 0, 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('time passes' as const),
      minutes: fc.oneof(
        { weight: 5, arbitrary: fc.integer({ min: 1, max: 240 }) },
        { weight: 2, arbitrary: fc.integer({ min: 240, max: 3_000 }) },
        { weight: 1, arbitrary: fc.constant(36_000) },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Move>({ kind: 'sweep' }) },
)

async function make(made: Move, cases: TestCase[]): Promise<void> {
  if (made.kind === 'submit') cases.push(await anAcceptedCase(test.db))
  if (made.kind === 'time passes') await travel(made.minutes)
  if (made.kind === 'sweep') {
    const { failed } = await carryOutDueDeadlines({ lanes: 2 }, test)
    expect(failed).toEqual([])
    await nothingIsOverdue()
  }
  if (made.kind !== 'command') return
  const it = cases[made.which % Math.max(cases.length, 1)]
  const [officer, supervisor] = [officers[made.officer], supervisors[made.supervisor]]
  if (!it || !officer || !supervisor) return
  const [before, lapses] = [await traceOf(it), await isOverdue(it)]
  const result = await commands[made.name]?.(it, officer, supervisor)
  // A command that fails leaves nothing behind, except a lapse that it found on its way.
  if (result && !result.ok && !lapses) expect(await traceOf(it)).toEqual(before)
}

async function travel(minutes: number): Promise<void> {
  now = new Date(now.getTime() + minutes * 60_000)
  await test.travelTo(now)
}

async function traceOf({ id }: TestCase) {
  const [row] = await test.owner`select to_jsonb(a) as application,
    (select jsonb_agg(to_jsonb(e) order by e.id) from application_events e where e.application_id = a.id) as events,
    (select jsonb_agg(to_jsonb(d) order by d.kind, d.started_at) from deadlines d where d.application_id = a.id) as deadlines
    from applications a where a.id = ${id}`
  return row
}

async function isOverdue({ id }: TestCase): Promise<boolean> {
  const overdue = await test.owner`select from deadlines
    where application_id = ${id} and state = 'running' and due_at < service_now()`
  return overdue.length > 0
}

async function nothingIsOverdue(): Promise<void> {
  const overdue =
    await test.owner`select id from deadlines where state = 'running' and due_at < service_now()`
  expect(overdue).toHaveLength(0)
}

const allowed = new Set(
  Object.values(transitions).flatMap(({ name, from, to }) =>
    from.map(status => `${name}: ${status} to ${to}`),
  ),
)

/** What must hold of every case at every moment, whatever was tried. */
async function everythingHolds(): Promise<void> {
  const steps = await test.owner<{ step: string; chained: boolean }[]>`
    select name || ': ' || from_status || ' to ' || to_status as step,
      from_status = coalesce(lag(to_status) over (partition by application_id order by id), 'draft') as chained
    from application_events where from_status <> to_status`
  expect(steps.filter(({ step }) => !allowed.has(step))).toEqual([])
  expect(steps.filter(({ chained }) => !chained)).toEqual([])
  const [wrong] = await test.owner`select
    (select count(*) from applications a where a.status <> (select to_status from application_events e
      where e.application_id = a.id order by id desc limit 1))::int as statuses_without_their_event,
    (select count(*) from applications a where (select count(*) from deadlines d where d.application_id = a.id
      and d.state = 'running' and d.kind = case a.status when 'accepted' then 'office-must-decide'
        when 'correction_requested' then 'applicant-must-answer' end)
      <> case when a.status in ('accepted', 'correction_requested') then 1 else 0 end)::int as clocks_that_do_not_fit,
    (select count(*) from deadlines where state = 'lapsed' and lapsed_at < due_at)::int as early_lapses,
    (select count(*) from deadlines where met_at > due_at)::int as late_acts,
    (select count(*) from (select application_id from decisions where set_aside_at is null
      group by 1 having count(*) > 1) twice)::int as decided_twice,
    (select count(*) from correction_notices n join deadlines d on d.application_id = n.application_id
      and d.kind = 'office-must-decide' where n.sent_at > correction_notice_until(n.application_id))::int as late_notices`
  expect(wrong).toEqual({
    statuses_without_their_event: 0,
    clocks_that_do_not_fit: 0,
    early_lapses: 0,
    late_acts: 0,
    decided_twice: 0,
    late_notices: 0,
  })
}

/** Every figure that somebody could count, from two sides. */
async function totalsReconcile(): Promise<void> {
  const [total] = await test.owner<Record<string, number>[]>`select
    (select count(*) from applications where status = 'registered')::int as registered,
    (select count(*) from decisions where outcome = 'registered' and set_aside_at is null)::int as registrations,
    (select count(*) from certificates where status = 'valid')::int as certificates,
    (select count(*) from applications where status = 'rejected')::int as rejected,
    (select count(*) from decisions where outcome = 'rejected' and set_aside_at is null)::int as rejections,
    (select count(*) from deadlines where state = 'lapsed' and kind = 'office-must-decide')::int as lapses,
    (select count(*) from decisions where basis = 'deemed-by-lapse')::int as deemed,
    (select count(*) from supervision_records)::int as records,
    (select count(*) from deadlines where state = 'lapsed' and kind = 'applicant-must-answer')::int as unanswered,
    (select count(*) from applications where status = 'closed')::int as closed,
    (select count(*) from deadlines where state = 'lapsed' and kind = 'complaint-answer')::int as unanswered_complaints,
    (select count(*) from complaints where escalated_at is not null)::int as complaints_at_the_county,
    (select count(*) from complaints)::int as complaints,
    (select count(*) from application_events where name = 'complaint-filed')::int as complaints_filed,
    (select count(*) from applications)::int as applications,
    (select count(*) from application_events where name = 'submit')::int as submissions`
  expect(total?.registrations).toBe(total?.registered)
  expect(total?.certificates).toBe(total?.registered)
  expect(total?.rejections).toBe(total?.rejected)
  expect(total?.deemed).toBe(total?.lapses)
  expect(total?.records).toBe(total?.lapses)
  expect(total?.closed).toBe(total?.unanswered)
  expect(total?.complaints_at_the_county).toBe(total?.unanswered_complaints)
  expect(total?.complaints_filed).toBe(total?.complaints)
  expect(total?.submissions).toBe(total?.applications)
}

describe('whatever people do, in whatever order, however time passes', () => {
  it('the lifecycle holds', { timeout: 180_000 }, async () => {
    const story = fc.array(move, { minLength: 8, maxLength: LONGEST_STORY })
    await fc.assert(
      fc.asyncProperty(story, async moves => {
        const cases = [await anAcceptedCase(test.db)]
        for (const made of moves) {
          await make(made, cases)
          await everythingHolds()
        }
        await travel(60)
        await make({ kind: 'sweep' }, cases)
        await totalsReconcile()
      }),
      // Shrinking replays on a database that has moved on; the failing story itself says enough.
      { numRuns: RUNS, endOnFailure: true },
    )
  })
})
