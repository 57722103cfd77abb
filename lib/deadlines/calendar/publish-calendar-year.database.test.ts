import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAcceptedCase, aStaffMember, type TestCase, whoShowsFactor } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { requestCorrection } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { extendDeadline } from '../extend-deadline'
import { time } from '../rules/test-office'
import { previewCalendarYear } from './preview-calendar-year'
import { publishCalendarYear } from './publish-calendar-year'
import { readYearNotice, type YearNotice } from './read-year-notice'

let database: TestDatabase
let administrator: StaffViewer
let officer: StaffViewer
let supervisor: StaffViewer

beforeAll(async () => {
  database = await createTestDatabase()
  const member = await aStaffMember(database.db, { role: 'administrator', officeCodes: [] })
  administrator = await whoShowsFactor(database.db, member)
  officer = await aStaffMember(database.db)
  supervisor = await aStaffMember(database.db, { role: 'supervisor' })
})
afterAll(() => database.drop())

function notice(holidays: string, makeUpDays = ''): YearNotice {
  const sourceLink = 'https://www.gov.cn/zhengce/zhengceku/202611/content_1.htm'
  const read = readYearNotice({ year: 2027, sourceLink, holidays, makeUpDays })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.notice
}

const publish = (asked: YearNotice, viewer = administrator) =>
  publishCalendarYear({ notice: asked, viewer }, database)

async function clockOf({ id }: TestCase, kind = 'office-must-decide') {
  const [row] = await database.app`
    select due_at, moved_from, provisional, state, statutory_due_at, paused_working_days_left
    from deadlines where application_id = ${id} and kind = ${kind}`
  return row
}

async function movesOf({ id }: TestCase) {
  const events = await database.app`
    select actor, details from application_events where application_id = ${id} and name = 'deadline-moved'`
  const messages = await database.app`
    select template from notifications where application_id = ${id} and template = 'deadline-moved'`
  return { events: events.length, messages: messages.length, actor: events[0]?.actor }
}

describe('publishing the calendar of 2027', () => {
  let touched: TestCase
  let before: TestCase
  let extended: TestCase
  let paused: TestCase

  beforeAll(async () => {
    await database.travelTo(time('Mon 28 Dec 2026 10:00'))
    before = await anAcceptedCase(database.db)
    await database.travelTo(time('Wed 30 Dec 2026 10:00'))
    touched = await anAcceptedCase(database.db)
    extended = await anAcceptedCase(database.db)
    paused = await anAcceptedCase(database.db)
    const asked = { reference: extended.reference, viewer: supervisor, workingDays: 2, reason: '核实住址' }
    expect((await extendDeadline(asked, database)).ok).toBe(true)
    const items = [{ field: 'address', what: '请写明门牌号' } as const]
    const sent = await requestCorrection({ reference: paused.reference, viewer: officer, items }, database)
    expect(sent.ok).toBe(true)
  })

  test('leaves deadlines provisional until then', async () => {
    expect(await clockOf(touched)).toMatchObject({
      due_at: time('Mon 4 Jan 2027 17:30'),
      provisional: true,
      moved_from: null,
    })
  })

  test('shows in a dry run what would move, and moves nothing', async () => {
    const asked = notice('2027-01-01..2027-01-04 元旦')
    const preview = await previewCalendarYear({ notice: asked }, database)
    expect(preview.open).toBe(4)
    expect(preview.moved.map(({ reference, movesTo }) => [reference, movesTo])).toEqual([
      [touched.reference, time('Wed 6 Jan 2027 17:30')],
      [extended.reference, time('Fri 8 Jan 2027 17:30')],
      [paused.reference, time('Fri 22 Jan 2027 17:30')],
    ])
    expect(await clockOf(touched)).toMatchObject({ due_at: time('Mon 4 Jan 2027 17:30') })
  })

  test('moves each clock once, with one event and one message, and keeps the earlier date', async () => {
    const published = await publish(notice('2027-01-01..2027-01-04 元旦'))
    expect(published).toMatchObject({ ok: true, value: { moved: 3 } })
    expect(await clockOf(touched)).toMatchObject({
      due_at: time('Wed 6 Jan 2027 17:30'),
      moved_from: time('Mon 4 Jan 2027 17:30'),
      provisional: false,
    })
    expect(await clockOf(extended)).toMatchObject({ due_at: time('Fri 8 Jan 2027 17:30') })
    expect(await clockOf(before)).toMatchObject({ due_at: time('Thu 31 Dec 2026 17:30'), moved_from: null })
    expect(await movesOf(touched)).toEqual({ events: 1, messages: 1, actor: 'administrator' })
    expect(await movesOf(before)).toEqual({ events: 0, messages: 0, actor: undefined })
  })

  test('leaves a clock that stands still with what was left of it', async () => {
    expect(await clockOf(paused)).toMatchObject({
      state: 'paused',
      moved_from: null,
      paused_working_days_left: 3,
    })
    expect(await clockOf(paused, 'applicant-must-answer')).toMatchObject({
      due_at: time('Fri 22 Jan 2027 17:30'),
    })
  })

  test('leaves one audit event for the calendar', async () => {
    const events = await database.app`
      select staff_id, details from audit_events where action = 'calendar-published'`
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ staff_id: administrator.staffId, details: { year: 2027, moved: 3 } })
  })

  test('again with the same days moves nothing', async () => {
    expect(await publish(notice('2027-01-01..2027-01-04 元旦'))).toMatchObject({ value: { moved: 0 } })
    expect(await movesOf(touched)).toMatchObject({ events: 1, messages: 1 })
  })

  test('again with other days moves back what is open', async () => {
    expect(await publish(notice('2027-01-01..2027-01-03 元旦'))).toMatchObject({ value: { moved: 3 } })
    expect(await clockOf(touched)).toMatchObject({
      due_at: time('Tue 5 Jan 2027 17:30'),
      moved_from: time('Wed 6 Jan 2027 17:30'),
    })
    expect(await movesOf(touched)).toMatchObject({ events: 2 })
  })

  test('is for administrators alone', async () => {
    expect(await publish(notice('2027-01-01 元旦'), supervisor)).toMatchObject({ failure: 'not-your-role' })
  })

  test('never brings a date into the past, but to the next closing', async () => {
    await database.travelTo(time('Sat 2 Jan 2027 12:00'))
    const worked = notice('2027-01-01 元旦', '2027-01-02 元旦\n2027-01-03 元旦')
    expect(await publish(worked)).toMatchObject({ ok: true })
    expect(await clockOf(touched)).toMatchObject({ due_at: time('Sun 3 Jan 2027 17:30') })
  })

  test('counts new cases at once by the new days', async () => {
    await database.travelTo(time('Sat 2 Jan 2027 13:00'))
    const fresh = await anAcceptedCase(database.db)
    expect(await clockOf(fresh)).toMatchObject({ due_at: time('Tue 5 Jan 2027 17:30'), provisional: false })
  })
})
