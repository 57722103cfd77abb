import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { withdrawApplication } from '@/lib/applications'
import { eraseWhatHasRunOut } from './erase-what-has-run-out'
import { erasuresByRule } from './erasures'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('an auditor sees of each rule what was erased by it and when, and nobody else does', async () => {
  const { db } = database
  await database.travelTo(new Date('2026-01-05T10:00:00+08:00'))
  const { reference, resident } = await anAcceptedCase(db)
  expect(await withdrawApplication({ reference, viewer: resident }, database)).toMatchObject({ ok: true })
  const lastNight = new Date('2027-01-08T03:00:00+08:00')
  await database.travelTo(lastNight)
  const { erased } = await eraseWhatHasRunOut({ db })
  expect(erased).toMatchObject({ application: 1, notification: expect.any(Number) })

  const viewer = await aStaffMember(db, { role: 'auditor' })
  const seen = async () => {
    const listed = await erasuresByRule({ viewer }, database)
    if (!listed.ok) throw new Error(listed.failure)
    return new Map(listed.value.map(({ rule, ...rest }) => [rule.kind, rest]))
  }
  const now = await seen()
  expect(now.get('ended-application')).toEqual({ lately: 1, inAll: 1, lastAt: expect.any(Date) })
  expect(now.get('ended-application')?.lastAt?.getTime()).toBeGreaterThanOrEqual(lastNight.getTime())
  expect(now.get('notification')?.inAll).toBe(erased.notification)
  expect(now.get('rejected-application')).toEqual({ lately: 0, inAll: 0, lastAt: null })

  await database.travelTo(new Date('2027-03-01T10:00:00+08:00'))
  expect((await seen()).get('ended-application')).toMatchObject({ lately: 0, inAll: 1 })

  for (const role of ['officer', 'supervisor', 'county', 'administrator'] as const) {
    const other = await aStaffMember(db, { role })
    expect(await erasuresByRule({ viewer: other }, database)).toMatchObject({ failure: 'not-your-role' })
  }
})
