import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAcceptedCase, anIdNumber, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { claimCase } from '@/lib/applications'
import { carryOutDueDeadlines, declineExtension, requestExtension } from '@/lib/deadlines'
import { time } from '@/lib/deadlines/rules/test-office'
import { proposeRejection, registerApplication, returnProposal } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import {
  closeSupervisionRecord,
  extensionRequestsToAnswer,
  findSupervisionRecord,
  officerLoad,
  onTimeThisMonth,
  proposalsToAnswer,
  reassignCase,
  returnedProposals,
  type SupervisedList,
  supervisedCases,
  supervisionFigures,
  supervisionRecordsOf,
} from '.'

const office = '420202006'
const otherOffice = '420202007'

let database: TestDatabase
let officer: StaffViewer
let colleague: StaffViewer
let supervisor: StaffViewer
let county: StaffViewer
let stranger: StaffViewer

beforeAll(async () => {
  database = await createTestDatabase()
  officer = await aStaffMember(database.db)
  colleague = await aStaffMember(database.db)
  supervisor = await aStaffMember(database.db, { role: 'supervisor' })
  county = await aStaffMember(database.db, { role: 'county', officeCodes: [office, otherOffice] })
  stranger = await aStaffMember(database.db, { role: 'supervisor', officeCodes: [otherOffice] })
})
afterAll(() => database.drop())

const aCase = () => anAcceptedCase(database.db, { officeCode: office })

async function listed(list: SupervisedList, asked: { viewer?: StaffViewer; staffNumber?: string } = {}) {
  const { rows } = await supervisedCases({ viewer: supervisor, list, ...asked }, database)
  return rows.map(({ reference }) => reference)
}

async function loadOf({ staffNumber }: StaffViewer) {
  const loads = await officerLoad({ viewer: supervisor }, database)
  const load = loads.find(({ person }) => person?.staffNumber === staffNumber)
  return load && { open: load.open, decided: load.decided, lapsed: load.lapsed }
}

describe('a month in an office', () => {
  let registered: string
  let lapsed: string
  let untaken: string

  beforeAll(async () => {
    await database.travelTo(time('Mon 9 Mar 2026 10:00'))
    registered = (await aCase()).reference
    lapsed = (await aCase()).reference
    untaken = (await aCase()).reference
    await registerApplication({ reference: registered, viewer: officer }, database)
    await claimCase({ reference: lapsed, viewer: officer }, database)
  })

  test('what is open and due today leads to its cases, in the offices of the viewer only', async () => {
    expect(await listed('open')).toEqual([lapsed, untaken].sort())
    expect(await listed('due-today')).toEqual([])
    await database.travelTo(time('Thu 12 Mar 2026 09:00'))
    expect(await listed('due-today')).toEqual([lapsed, untaken].sort())
    expect(await listed('due-today', { viewer: stranger })).toEqual([])
    expect(await listed('open', { staffNumber: officer.staffNumber })).toEqual([lapsed])
    expect(await listed('open', { staffNumber: 'nobody' })).toEqual([untaken])
    expect(await supervisionFigures({ viewer: supervisor }, database)).toEqual({
      dueToday: 2,
      extensionRequests: 0,
      complaints: 0,
      open: 2,
      proposals: 0,
      lapsed: 0,
      openRecords: 0,
    })
  })

  test('a lapse is counted to whoever answered for the case, and opens a record', async () => {
    await database.travelTo(time('Thu 12 Mar 2026 17:31'))
    await carryOutDueDeadlines({}, database)
    expect(await loadOf(officer)).toEqual({ open: 0, decided: 1, lapsed: 1 })
    expect(await loadOf(colleague)).toEqual({ open: 0, decided: 0, lapsed: 0 })
    expect((await listed('lapsed')).sort()).toEqual([lapsed, untaken].sort())
    expect(await listed('lapsed', { staffNumber: 'nobody' })).toEqual([untaken])
    expect(await listed('decided', { staffNumber: officer.staffNumber })).toEqual([registered])
    const figures = await supervisionFigures({ viewer: county }, database)
    expect(figures).toMatchObject({ dueToday: 0, open: 0, lapsed: 2, openRecords: 2 })
    // One of three: the officer decided one, two ran out.
    const now = time('Thu 12 Mar 2026 17:31')
    expect(await onTimeThisMonth({ viewer: officer, now }, database)).toBe(33)
    expect(await onTimeThisMonth({ viewer: stranger, now }, database)).toBeNull()
  })

  test('the next month begins at nothing', async () => {
    await database.travelTo(time('Wed 1 Apr 2026 00:00'))
    expect(await loadOf(officer)).toEqual({ open: 0, decided: 0, lapsed: 0 })
  })

  test('the county closes a record once, with a finding; nobody else does', async () => {
    const close = (viewer: StaffViewer, finding = '窗口当天停电，已补办并整改。') =>
      closeSupervisionRecord({ reference: lapsed, viewer, finding }, database)
    expect(await close(supervisor)).toMatchObject({ failure: 'not-your-role' })
    expect(await close(county, ' 太短 ')).toMatchObject({ failure: 'finding-too-short' })
    const elsewhere = await aStaffMember(database.db, { role: 'county', officeCodes: [otherOffice] })
    expect(await close(elsewhere)).toMatchObject({ failure: 'record-not-found' })
    const both = await Promise.all([close(county), close(county)])
    expect(both.map(result => (result.ok ? 'closed' : result.failure)).sort()).toEqual([
      'already-closed',
      'closed',
    ])
    const open = await supervisionRecordsOf({ viewer: county, isOpen: true }, database)
    expect(open.rows.map(({ reference }) => reference)).toEqual([untaken])
    const found = await findSupervisionRecord({ viewer: county, reference: lapsed }, database)
    expect(found?.record).toMatchObject({ finding: '窗口当天停电，已补办并整改。', closedBy: county.name })
    expect(found?.events.map(({ name }) => name)).toContain('register-by-lapse')
    expect(await findSupervisionRecord({ viewer: stranger, reference: lapsed }, database)).toBeNull()
    const [event] = await database.app`
      select count(*)::int as events from audit_events where action = 'supervision-record-closed'`
    expect(event).toEqual({ events: 1 })
  })
})

describe('a proposed rejection', () => {
  test('is seen with its time left until answered, and once returned among the returned', async () => {
    await database.travelTo(time('Mon 13 Apr 2026 10:00'))
    const { reference } = await aCase()
    const proposed = {
      reasonCode: 'already-registered',
      explanation: '同一子女的登记已于三月办理完毕，详见已有的登记记录。',
      evidence: '系统内已有登记',
      hearing: '',
    }
    const [reason] = await database.app`
      select code from rejection_reasons where not needs_correction_notice and not needs_hearing`
    const proposal = { ...proposed, reasonCode: String(reason?.code) }
    const answer = await proposeRejection({ reference, viewer: officer, proposed: proposal }, database)
    expect(answer.ok).toBe(true)
    const [waiting] = await proposalsToAnswer({ viewer: supervisor }, database)
    expect(waiting).toMatchObject({ reference, dueAt: time('Thu 16 Apr 2026 17:30') })
    expect(await returnedProposals({ viewer: supervisor }, database)).toEqual([])
    await returnProposal({ reference, viewer: supervisor, note: '请先核对登记记录' }, database)
    expect(await proposalsToAnswer({ viewer: supervisor }, database)).toEqual([])
    expect(await returnedProposals({ viewer: supervisor }, database)).toMatchObject([{ reference }])
    expect(await returnedProposals({ viewer: stranger }, database)).toEqual([])
  })
})

test('a request for more time waits in the supervision room until it is answered', async () => {
  const { reference } = await aCase()
  const before = await supervisionFigures({ viewer: supervisor }, database)
  const waiting = async (viewer: StaffViewer) =>
    (await extensionRequestsToAnswer({ viewer }, database)).map(request => request.reference)
  await requestExtension({ reference, viewer: officer, workingDays: 2, reason: '等公安核对' }, database)
  expect(await waiting(supervisor)).toEqual([reference])
  expect(await waiting(county)).toEqual([reference])
  expect(await waiting(stranger)).toEqual([])
  expect(await supervisionFigures({ viewer: supervisor }, database)).toEqual({
    ...before,
    extensionRequests: before.extensionRequests + 1,
  })
  await declineExtension({ reference, viewer: supervisor, note: '今天可以核对' }, database)
  expect(await waiting(supervisor)).toEqual([])
})

describe('a supervisor gives a case to a colleague', () => {
  test('who becomes its first contact where it had none, and only its holder where it had', async () => {
    await database.travelTo(time('Mon 20 Apr 2026 10:00'))
    const { id, reference } = await aCase()
    const give = (to: StaffViewer, viewer = supervisor) =>
      reassignCase({ reference, viewer, staffNumber: to.staffNumber }, database)
    const people = async () => {
      const [row] = await database.app`
        select first_contact_id, claimed_by_id from applications where id = ${id}`
      return [row?.first_contact_id, row?.claimed_by_id]
    }
    expect(await give(officer)).toMatchObject({ ok: true })
    expect(await people()).toEqual([officer.staffId, officer.staffId])
    expect(await give(colleague)).toMatchObject({ ok: true })
    expect(await people()).toEqual([officer.staffId, colleague.staffId])
    expect(await give(colleague)).toMatchObject({ failure: 'already-theirs' })
    expect(await give(officer, officer)).toMatchObject({ failure: 'not-your-role' })
    expect(await give(officer, stranger)).toMatchObject({ failure: 'other-office' })
    expect(await give(stranger)).toMatchObject({ failure: 'no-such-colleague' })
    const events = await database.app`
      select actor, details from application_events where application_id = ${id} and name = 'reassign' order by id`
    expect(events.map(({ details }) => details.to)).toEqual([officer.staffNumber, colleague.staffNumber])
  })

  test('but never to somebody who is a party to it', async () => {
    const idNumber = anIdNumber()
    const party = await aStaffMember(database.db, { idNumber })
    const { reference } = await anAcceptedCase(database.db, { officeCode: office, idNumber })
    const given = await reassignCase(
      { reference, viewer: supervisor, staffNumber: party.staffNumber },
      database,
    )
    expect(given).toMatchObject({ failure: 'colleague-is-party' })
  })
})

test('a list goes on where its page ended, each case once', async () => {
  await database.travelTo(time('Mon 1 Jun 2026 10:00'))
  const references = []
  for (let count = 0; count < 52; count += 1) references.push((await aCase()).reference)
  const first = await supervisedCases({ viewer: supervisor, list: 'open' }, database)
  expect(first.rows).toHaveLength(50)
  const after = first.next ?? undefined
  const second = await supervisedCases(
    { viewer: supervisor, list: 'open', ...(after && { after }) },
    database,
  )
  const all = [...first.rows, ...second.rows].map(({ reference }) => reference)
  expect(new Set(all).size).toBe(all.length)
  for (const reference of references) expect(all).toContain(reference)
})
