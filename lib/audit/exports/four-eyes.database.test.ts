import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { newSigningKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import type { StaffViewer } from '@/lib/identity'
import type { LogFilter } from '../log/search-log'
import { answerExport } from './answer-export'
import { exportsFor } from './find-exports'
import { requestExport } from './request-export'
import { linesOfProof, whatIsWrongWithExport, whatIsWrongWithFile } from './signed-export'
import { takeExport } from './take-export'

let test: TestDatabase
let auditor: StaffViewer
let otherAuditor: StaffViewer
let county: StaffViewer
let officer: StaffViewer
const key = readSigningKey(newSigningKey())
const everything: LogFilter = { reference: null, staffNumber: null, action: null, from: null, until: null }

beforeAll(async () => {
  test = await createTestDatabase()
  ;[auditor, otherAuditor] = [await anAuditor(), await anAuditor()]
  county = await aStaffMember(test.db, { role: 'county' })
  officer = await aStaffMember(test.db)
  await anAcceptedCase(test.db)
})
afterAll(() => test.drop())

function anAuditor(): Promise<StaffViewer> {
  return aStaffMember(test.db, { role: 'auditor', officeCodes: [] })
}

const reason = '季度检查，给法制科看，看完销毁'

async function asked(format: 'csv' | 'xlsx' = 'csv', because = reason): Promise<string> {
  const request = await requestExport({ viewer: auditor, filter: everything, format, reason: because }, test)
  if (!request.ok) throw new Error(request.failure)
  return request.value.id
}

function take(id: string, viewer = auditor) {
  return test.db.transaction(transaction => takeExport(transaction, { viewer, id, key }))
}

function answer(id: string, viewer: StaffViewer, outcome: 'allowed' | 'declined' = 'allowed') {
  return answerExport({ viewer, id, outcome, note: '同意' }, test)
}

describe('an export of the log', () => {
  it('is asked for by one, allowed by another, taken once, and proves its origin', async () => {
    const id = await asked()
    expect(await take(id)).toMatchObject({ failure: 'not-allowed' })
    expect(await answer(id, otherAuditor)).toMatchObject({ ok: true })
    expect(await take(id, otherAuditor)).toMatchObject({ failure: 'not-allowed' })
    const taken = await take(id)
    if (!taken.ok) throw new Error(taken.failure)
    expect(whatIsWrongWithExport({ file: taken.value.file.toString('utf8'), keys: [key] })).toBeNull()
    expect(await take(id)).toMatchObject({ failure: 'not-allowed' })
    const logged = await test.app`select action, details->>'export' as export from audit_events
      where action like 'log-export%' order by id`
    expect(logged).toMatchObject(
      ['log-export-requested', 'log-export-allowed', 'log-exported'].map(action => ({ action, export: id })),
    )
  })

  it('of a workbook keeps its proof beside it', async () => {
    const id = await asked('xlsx')
    await answer(id, county)
    const taken = await take(id)
    const listed = await exportsFor({ viewer: auditor }, test)
    const row = listed.ok ? listed.value.find(one => one.id === id) : null
    if (!taken.ok || !row?.proof) throw new Error('nothing was taken')
    expect(
      whatIsWrongWithFile({ file: taken.value.file, proof: linesOfProof(row.proof), keys: [key] }),
    ).toBeNull()
  })

  it('is not allowed by whoever asked, nor by another role', async () => {
    const id = await asked()
    expect(await answer(id, auditor)).toMatchObject({ failure: 'not-waiting' })
    expect(await answer(id, officer)).toMatchObject({ failure: 'not-your-role' })
    expect(
      await requestExport({ viewer: county, filter: everything, format: 'csv', reason }, test),
    ).toMatchObject({
      failure: 'not-your-role',
    })
    const byHand = test.app`update log_exports set answered_at = service_now(), outcome = 'allowed', answer_note = 'x',
      answered_by_id = ${auditor.staffId} where id = ${id}`
    await expect(byHand).rejects.toMatchObject({ constraint_name: 'four_eyes_allow_an_export' })
  })

  it('is asked for in a sentence: a letter says nothing to whoever decides', async () => {
    const ask = (because: string) =>
      requestExport({ viewer: auditor, filter: everything, format: 'csv', reason: because }, test)
    expect(await ask('a')).toMatchObject({ failure: 'reason-too-short' })
    expect(await ask('  ')).toMatchObject({ failure: 'text-missing' })
  })

  it('asked for twice is one, until it is decided', async () => {
    const ask = (because = reason, filter = everything) =>
      requestExport({ viewer: auditor, filter, format: 'xlsx', reason: because }, test)
    const [first, again] = await Promise.all([ask(), ask()])
    if (!first.ok || !again.ok) throw new Error('nothing was asked')
    expect(again.value.id).toBe(first.value.id)
    expect([first, again].filter(({ value }) => value.isAskedBefore)).toHaveLength(1)
    const others = [await ask(`${reason}。`), await ask(reason, { ...everything, until: '2026-11-01' })]
    expect(others).toMatchObject([1, 2].map(() => ({ value: { isAskedBefore: false } })))
    await answer(first.value.id, county, 'declined')
    expect(await ask()).toMatchObject({ value: { isAskedBefore: false } })
  })

  it('names who asked and who answered', async () => {
    const id = await asked('csv', `${reason}。第三次`)
    await answer(id, county)
    const listed = await exportsFor({ viewer: county }, test)
    expect(listed.ok && listed.value.find(one => one.id === id)).toMatchObject({
      requestedBy: { name: auditor.name, staffNumber: auditor.staffNumber },
      answeredBy: { name: county.name, staffNumber: county.staffNumber },
    })
  })

  it('is declined for good', async () => {
    const id = await asked()
    await answer(id, county, 'declined')
    expect(await answer(id, otherAuditor)).toMatchObject({ failure: 'not-waiting' })
    expect(await take(id)).toMatchObject({ failure: 'not-allowed' })
  })

  it('is over after a day', async () => {
    const [waits, allowed] = [await asked(), await asked('csv', `${reason}。再要一份`)]
    await answer(allowed, county)
    const [row] = await test.app`select service_now() + interval '25 hours' as at`
    await test.travelTo(row?.at as Date)
    expect(await answer(waits, county)).toMatchObject({ failure: 'not-waiting' })
    expect(await take(allowed)).toMatchObject({ failure: 'not-allowed' })
  })
})
