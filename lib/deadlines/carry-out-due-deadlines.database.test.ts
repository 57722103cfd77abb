import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCases } from '@/db/testing/bulk-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { carryOutDueDeadlines } from './carry-out-due-deadlines'

const CASES = 60
const officeCodes = ['420202006', '420202007', '420281100']

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await addCases(database.owner, {
    count: CASES,
    officeCodes,
    acceptedAt: new Date('2026-11-24T10:00:00+08:00'),
    firstDueAt: new Date('2026-11-27T17:30:00+08:00'),
  })
  await database.travelTo(new Date('2026-11-27T17:30:01+08:00'))
})
afterAll(() => database.drop())

test('a case that cannot be carried out does not hold up those that were taken with it', async () => {
  const [broken] = await database.owner<{ id: string }[]>`
    update application_parties p set name = 'not sealed' from applications a, deadlines d
    where a.reference = 'BULK-30' and p.application_id = a.id and d.application_id = a.id returning d.id`
  const { carriedOut, failed } = await carryOutDueDeadlines({ lanes: 3 }, database)
  expect(failed.map(({ deadlineId }) => deadlineId)).toEqual([broken?.id])
  expect(carriedOut).toBe(CASES - 1)
  const [left] =
    await database.app`select count(*)::int, min(id::text) as id from deadlines where state = 'running'`
  expect(left).toEqual({ count: 1, id: broken?.id })
})

test('it is tried again by the next sweep, and alone is what failed', async () => {
  const { carriedOut, failed } = await carryOutDueDeadlines({}, database)
  expect({ carriedOut, failures: failed.length }).toEqual({ carriedOut: 0, failures: 1 })
})

test('the certificates of an office carry one running number after the other', async () => {
  const rows = await database.app<{ office: string; numbers: string[] }[]>`
    select office_code as office, array_agg(right(number, 5) order by number) as numbers
    from certificates group by office_code order by office_code`
  expect(rows.map(({ office }) => office)).toEqual(officeCodes)
  for (const { numbers } of rows) {
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(5, '0')))
  }
})
