import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAcceptedCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { fileComplaint } from './index'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a command that finds both clocks run out leaves the case as its last event says', async () => {
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
  const { id, reference, resident } = await anAcceptedCase(database.db)
  const complain = () => fileComplaint({ reference, viewer: resident, text: '没有人接电话' }, database)
  expect((await complain()).ok).toBe(true)

  await database.travelTo(new Date('2026-12-20T10:00:00+08:00'))
  expect(await complain()).toMatchObject({ ok: false, failure: 'complaint-open' })

  const events = await database.owner`
    select name, from_status, to_status from application_events where application_id = ${id} order by id`
  expect(events.slice(-2)).toEqual([
    { name: 'register-by-lapse', from_status: 'accepted', to_status: 'registered' },
    { name: 'complaint-escalated', from_status: 'registered', to_status: 'registered' },
  ])
})
