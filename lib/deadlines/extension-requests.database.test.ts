import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applicationEvents, deadlines, extensionRequests } from '@/db/schema'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import type { StaffViewer } from '@/lib/identity'
import { everyFailure } from '@/lib/platform/result'
import { findRunningDeadline } from './clocks'
import { extendDeadline } from './extend-deadline'
import { declineExtension, findOpenExtensionRequest, requestExtension } from './extension-requests'
import { possibleExtensions } from './possible-extensions'

let database: TestDatabase
let officer: StaffViewer
let supervisor: StaffViewer

beforeAll(async () => {
  database = await createTestDatabase()
  officer = await aStaffMember(database.db)
  supervisor = await aStaffMember(database.db, { role: 'supervisor' })
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:00:00+08:00')))

async function aRequestedCase() {
  const accepted = await anAcceptedCase(database.db)
  const asked = await requestExtension(
    { reference: accepted.reference, viewer: officer, workingDays: 3, reason: '等户籍系统恢复。' },
    database,
  )
  expect(asked).toMatchObject({ ok: true })
  return accepted
}

describe('a request for more time', () => {
  test('moves no date and waits for a supervisor', async () => {
    const { id } = await aRequestedCase()
    const open = await findOpenExtensionRequest(database.db, { applicationId: id })
    expect(open).toMatchObject({ workingDays: 3, reason: '等户籍系统恢复。', requestedById: officer.staffId })
    const clock = await findRunningDeadline(database.db, { applicationId: id })
    expect(clock).toMatchObject({ dueAt: new Date('2026-11-27T17:30:00+08:00'), extensionWorkingDays: null })
  })

  test('is made once, with a reason, and within the limit', async () => {
    const { reference } = await aRequestedCase()
    const fresh = await anAcceptedCase(database.db)
    const ask = (change: Partial<Parameters<typeof requestExtension>[0]>) =>
      requestExtension(
        { reference: fresh.reference, viewer: officer, workingDays: 3, reason: '等回复。', ...change },
        database,
      )
    expect(await ask({ reference })).toMatchObject({ failure: 'already-requested' })
    expect(await ask({ reason: ' ' })).toMatchObject({ failure: 'reason-missing' })
    const nothing = { workingDays: 0, reason: '' }
    const asSupervisor = { reference: fresh.reference, viewer: supervisor, ...nothing }
    for (const [answer, expected] of [
      [await ask(nothing), ['too-long', 'reason-missing']],
      [await extendDeadline(asSupervisor, database), ['not-a-number', 'reason-missing']],
    ] as const) {
      expect(answer.ok ? [] : everyFailure<string>(answer).map(({ failure }) => failure)).toEqual(expected)
    }
    for (const workingDays of [0, 11, 1.5, Number.NaN]) {
      expect(await ask({ workingDays }), String(workingDays)).toMatchObject({
        failure: 'too-long',
        details: { longestWorkingDays: 10 },
      })
    }
  })

  test('is granted by the extension itself', async () => {
    const { id, reference } = await aRequestedCase()
    const extended = await extendDeadline(
      { reference, viewer: supervisor, workingDays: 2, reason: '等户籍系统恢复。' },
      database,
    )
    expect(extended).toMatchObject({ ok: true, value: { dueAt: new Date('2026-12-01T17:30:00+08:00') } })
    const [request] = await database.db
      .select()
      .from(extensionRequests)
      .where(eq(extensionRequests.applicationId, id))
    expect(request).toMatchObject({ outcome: 'granted', answeredById: supervisor.staffId })
  })

  test('is declined with a note, which leaves its event and no other date', async () => {
    const { id, reference } = await aRequestedCase()
    const decline = (note: string, viewer = supervisor) =>
      declineExtension({ reference, viewer, note }, database)
    expect(await decline(' ')).toMatchObject({ failure: 'note-missing' })
    expect(await decline('可以先按承诺登记。', officer)).toMatchObject({ failure: 'not-your-role' })
    expect(await decline('可以先按承诺登记。')).toMatchObject({ ok: true })
    expect(await decline('再说一次。')).toMatchObject({ failure: 'no-request' })
    const events = await database.db
      .select({ name: applicationEvents.name })
      .from(applicationEvents)
      .where(eq(applicationEvents.applicationId, id))
    expect(events.map(({ name }) => name)).toEqual(['submit', 'request-extension', 'decline-extension'])
    const [clock] = await database.db.select().from(deadlines).where(eq(deadlines.applicationId, id))
    expect(clock?.dueAt).toEqual(new Date('2026-11-27T17:30:00+08:00'))
  })
})

describe('the possible extensions of a deadline', () => {
  test('run from one working day to the limit, each with its date', async () => {
    const { id } = await anAcceptedCase(database.db)
    const deadline = await findRunningDeadline(database.db, { applicationId: id })
    if (!deadline) throw new Error('an accepted case has its clock')
    const possible = await possibleExtensions({ deadline }, database)
    expect(possible.map(({ workingDays }) => workingDays)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(possible[0]?.dueAt).toEqual(new Date('2026-11-30T17:30:00+08:00'))
    expect(possible.at(-1)?.dueAt).toEqual(new Date('2026-12-11T17:30:00+08:00'))
  })

  test('are none once it was extended', async () => {
    const { id, reference } = await anAcceptedCase(database.db)
    await extendDeadline({ reference, viewer: supervisor, workingDays: 1, reason: '等回复。' }, database)
    const deadline = await findRunningDeadline(database.db, { applicationId: id })
    if (!deadline) throw new Error('an extended case has its clock')
    expect(await possibleExtensions({ deadline }, database)).toEqual([])
  })
})
