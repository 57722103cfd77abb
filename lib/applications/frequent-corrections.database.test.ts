import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { frequentCorrections } from './frequent-corrections'
import { requestCorrection } from './request-correction'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('ten notices of the last 90 days say what to look at again; after that they say nothing', async () => {
  const { db } = database
  await database.travelTo(new Date('2026-11-24T10:41:00+08:00'))
  const viewer = await aStaffMember(db)
  for (let count = 0; count < 10; count += 1) {
    const { reference } = await anAcceptedCase(db)
    const items = [{ field: 'address' as const, what: '请写门牌号' }]
    expect(await requestCorrection({ reference, viewer, items }, { db })).toMatchObject({ ok: true })
  }
  expect(await frequentCorrections(db)).toEqual([{ field: 'address', ofTen: 10 }])
  await database.travelTo(new Date('2027-02-23T10:41:00+08:00'))
  expect(await frequentCorrections(db)).toEqual([])
})
