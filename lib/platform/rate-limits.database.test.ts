import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { takeFromLimit } from './rate-limits'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const limit = (value: string) => ({ bucket: { kind: 'test', value }, limit: 2, windowSeconds: 600 })

test('a request that began earlier and is counted later does not begin a new window', async () => {
  await database.db.transaction(async early => {
    await early.execute(sql`select service_now()`)
    expect((await takeFromLimit(limit('overtaken'), database)).ok).toBe(true)
    expect((await takeFromLimit(limit('overtaken'), { db: early })).ok).toBe(true)
  })
  expect(await takeFromLimit(limit('overtaken'), database)).toMatchObject({ failure: 'limit-reached' })
})

test('a clock set back does not leave anybody waiting for the old time', async () => {
  await database.travelTo(new Date('2027-03-01T10:00:00+08:00'))
  for (let round = 0; round < 3; round += 1) await takeFromLimit(limit('set back'), database)
  await database.travelTo(new Date('2026-11-25T10:00:00+08:00'))
  expect((await takeFromLimit(limit('set back'), database)).ok).toBe(true)
})
