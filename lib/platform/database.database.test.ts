import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { type Queryable, serviceNow } from './database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function isKept(db: Queryable, marked: string): Promise<boolean> {
  const kept = await db.execute(sql`select from pg_prepared_statements where statement like ${`%${marked}%`}`)
  return kept.length > 0
}

test('the server keeps what a transaction asks, and what a savepoint in it asks', async () => {
  await database.db.transaction(async transaction => {
    await transaction.execute(sql`select ${'one'}::text as asked_in_a_transaction`)
    expect(await isKept(transaction, 'asked_in_a_transaction')).toBe(true)
    await transaction.transaction(async savepoint => {
      await savepoint.execute(sql`select ${'two'}::text as asked_in_a_savepoint`)
      expect(await isKept(savepoint, 'asked_in_a_savepoint')).toBe(true)
    })
  })
})

test('the present stands still while a transaction lasts, and goes on after it', async () => {
  const { db } = database
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
  const [before, within] = await db.transaction(async transaction => {
    const first = await serviceNow(transaction)
    await database.travelTo(new Date('2026-11-25T10:00:00+08:00'))
    return [first, await serviceNow(transaction)]
  })
  expect(within).toEqual(before)
  expect((await serviceNow(db)).getTime()).toBeGreaterThan(before.getTime())
})
