import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applications } from '@/db/schema'
import { anAcceptedCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { forgetOldDrafts } from '@/lib/applications'
import { aDraft, aResident } from '@/lib/applications/drafts/testing'
import { forgetOldCodes, sendOneTimeCode } from '@/lib/identity'
import { forgetOldLimits, note, takeFromLimit } from '@/lib/platform/rate-limits'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const daysLater = async (days: number) => {
  const [row] = await database.app`select service_now() + make_interval(days => ${days}) as at`
  await database.travelTo(row?.at as Date)
}

test('a draft left alone for thirty days is forgotten; newer drafts and submitted cases stay', async () => {
  const { db } = database
  const viewer = await aResident(db)
  const old = await aDraft(db, { viewer })
  const submitted = await anAcceptedCase(db)
  await daysLater(29)
  const fresh = await aDraft(db, { viewer })
  expect(await forgetOldDrafts({ db })).toBe(0)
  await daysLater(2)
  expect(await forgetOldDrafts({ db })).toBe(1)
  const kept = await db.select({ id: applications.id }).from(applications)
  expect(kept.map(({ id }) => id).sort()).toEqual([fresh, submitted.id].sort())
  expect(await db.select().from(applications).where(eq(applications.id, old))).toEqual([])
})

test('codes and counters that ended a day ago are forgotten, notes that still hold are not', async () => {
  const { db } = database
  await sendOneTimeCode({ purpose: 'sign-in', phone: '+8613912345678', language: 'zh-CN' }, { db })
  await takeFromLimit({ bucket: { kind: 'test', value: 'window' }, limit: 5, windowSeconds: 60 }, { db })
  await note({ bucket: { kind: 'test', value: 'note' }, days: 30 }, { db })
  expect(await forgetOldCodes({ db })).toBe(0)
  await daysLater(2)
  expect(await forgetOldCodes({ db })).toBe(1)
  expect(await forgetOldLimits({ db })).toBeGreaterThanOrEqual(1)
  const [left] = await database.app`select count(*)::int as rows from rate_limits`
  expect(left).toEqual({ rows: 1 })
})
