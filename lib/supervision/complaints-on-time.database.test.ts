import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { answerComplaint, fileComplaint } from '@/lib/complaints'
import { carryOutDueDeadlines } from '@/lib/deadlines'
import { complaintsOnTimeThisMonth } from './complaints-on-time'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Five working days after Tuesday 24 November 2026, when the office closes. */
const anHourBefore = new Date('2026-12-01T16:30:00+08:00')
const aMomentTooLate = new Date('2026-12-01T17:30:01+08:00')

test('the share of complaints answered in time counts answers against those that went to the county by themselves', async () => {
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
  const viewer = await aStaffMember(database.db, { role: 'supervisor' })
  const onTime = async (now: Date) => complaintsOnTimeThisMonth({ viewer, now }, database)
  expect(await onTime(anHourBefore)).toBeNull()
  const [answered, forgotten] = [await anAcceptedCase(database.db), await anAcceptedCase(database.db)]
  for (const { reference, resident } of [answered, forgotten]) {
    await fileComplaint({ reference, viewer: resident, text: '没有人接电话。' }, database)
  }
  await database.travelTo(anHourBefore)
  const { reference } = answered
  const said = { outcome: 'upheld', answer: '已增加接听人手。' } as const
  expect((await answerComplaint({ reference, viewer, ...said }, database)).ok).toBe(true)
  expect(await onTime(anHourBefore)).toBe(100)
  await database.travelTo(aMomentTooLate)
  await carryOutDueDeadlines({}, database)
  expect(await onTime(aMomentTooLate)).toBe(50)
  expect(await onTime(new Date('2027-01-04T10:00:00+08:00'))).toBeNull()
})
