import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAcceptedCase, aStaffMember, type TestCase, testOffice } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import type { StaffViewer } from '@/lib/identity'
import { recordView } from '../record-view'
import { type LogFilter, type LogPosition, searchLog } from './search-log'

let test: TestDatabase
let auditor: StaffViewer
let officer: StaffViewer
let cases: TestCase[]
const everything: LogFilter = { reference: null, staffNumber: null, action: null, from: null, until: null }

beforeAll(async () => {
  test = await createTestDatabase()
  auditor = await aStaffMember(test.db, { role: 'auditor', officeCodes: [] })
  officer = await aStaffMember(test.db)
  cases = [await anAcceptedCase(test.db), await anAcceptedCase(test.db)]
  for (const { id } of cases) {
    for (let look = 0; look < 3; look += 1) {
      const application = { id, officeCode: testOffice }
      await recordView(test.db, { viewer: officer, application, purpose: 'handle-case' })
    }
  }
})
afterAll(() => test.drop())

async function find(filter: Partial<LogFilter>, options: { after?: LogPosition; limit?: number } = {}) {
  const found = await searchLog({ viewer: auditor, filter: { ...everything, ...filter }, ...options }, test)
  if (!found.ok) throw new Error(found.failure)
  return found.value
}

describe('the auditor', () => {
  it('reads both logs as one, newest first', async () => {
    const { entries } = await find({})
    expect(entries.map(({ action }) => action)).toEqual([
      ...Array.from({ length: 6 }, () => 'case-viewed'),
      'submit',
      'submit',
    ])
    expect(entries.at(-1)).toMatchObject({ by: 'applicant', member: null, officeCode: testOffice })
    expect(entries[0]?.member).toMatchObject({ staffNumber: officer.staffNumber, name: '经**' })
  })

  it('turns pages without leaving out or repeating a row', async () => {
    const seen: string[] = []
    let after: LogPosition | undefined
    do {
      const { entries, next } = await find({}, { limit: 3, ...(after && { after }) })
      seen.push(...entries.map(({ log, id }) => `${log} ${id}`))
      after = next ?? undefined
    } while (after)
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(8)
  })

  it('finds by reference, by staff number, by action and by period', async () => {
    expect((await find({ reference: cases[0]?.reference ?? '' })).entries).toHaveLength(4)
    expect((await find({ staffNumber: officer.staffNumber })).entries).toHaveLength(6)
    expect((await find({ action: 'submit' })).entries).toHaveLength(2)
    expect((await find({ until: '2020-01-01' })).entries).toEqual([])
    expect((await find({ from: '2020-01-01', until: '2199-01-01' })).entries).toHaveLength(8)
    expect((await find({ staffNumber: 'nobody' })).entries).toEqual([])
  })
})

it.each(['officer', 'supervisor', 'county', 'administrator'] as const)('a %s reads no log', async role => {
  const viewer = await aStaffMember(test.db, { role })
  expect(await searchLog({ viewer, filter: everything }, test)).toMatchObject({ failure: 'not-your-role' })
})
