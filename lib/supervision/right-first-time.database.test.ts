import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAcceptedCase, aStaffMember, testOffice } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { requestCorrection, withdrawApplication } from '@/lib/applications'
import { carryOutDueDeadlines } from '@/lib/deadlines'
import { registerApplication } from '@/lib/decisions'
import { rightFirstTime } from './right-first-time'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const otherOffice = '420202005'

test('an application was right the first time if it ended without a correction ever asked for', async () => {
  const { db } = database
  await database.travelTo(new Date('2026-10-31T23:30:00+08:00'))
  const officer = await aStaffMember(db, { officeCodes: [testOffice, otherOffice] })
  const supervisor = await aStaffMember(db, { role: 'supervisor' })
  const county = await aStaffMember(db, { role: 'county', officeCodes: [testOffice, otherOffice] })
  // One of October that the clock registers, and an hour later, in November, five of two offices.
  await anAcceptedCase(db)
  await database.travelTo(new Date('2026-11-01T00:30:00+08:00'))
  const registered = await anAcceptedCase(db)
  const closed = await anAcceptedCase(db)
  const withdrawn = await anAcceptedCase(db)
  const answered = await anAcceptedCase(db)
  const elsewhere = await anAcceptedCase(db, { officeCode: otherOffice })
  await database.travelTo(new Date('2026-11-03T10:00:00+08:00'))
  for (const { reference } of [closed, answered]) {
    const items = [{ field: 'address' as const, what: '请写门牌号' }]
    expect(await requestCorrection({ reference, viewer: officer, items }, { db })).toMatchObject({ ok: true })
  }
  for (const { reference } of [registered, elsewhere]) {
    expect(await registerApplication({ reference, viewer: officer }, { db })).toMatchObject({ ok: true })
  }
  expect(
    await withdrawApplication({ reference: withdrawn.reference, viewer: withdrawn.resident }, { db }),
  ).toMatchObject({ ok: true })

  const now = new Date('2026-11-30T10:00:00+08:00')
  const before = await rightFirstTime({ viewer: supervisor, now }, { db })
  expect(before.months).toEqual(['2026-11', '2026-10', '2026-09'])
  // The two that wait for their applicants, and October's, are not counted while they are open.
  expect(before.all).toEqual([
    { ended: 1, right: 1 },
    { ended: 0, right: 0 },
    { ended: 0, right: 0 },
  ])
  await database.travelTo(now)
  await carryOutDueDeadlines({}, database)
  const after = await rightFirstTime({ viewer: supervisor, now }, { db })
  expect(after.all).toEqual([
    { ended: 3, right: 1 },
    { ended: 1, right: 1 },
    { ended: 0, right: 0 },
  ])
  expect(after.offices).toMatchObject([{ officeCode: testOffice, office: { name: expect.any(String) } }])
  const { all, offices } = await rightFirstTime({ viewer: county, now }, { db })
  expect(all[0]).toEqual({ ended: 4, right: 2 })
  expect(offices.map(({ officeCode, shares: [november] }) => [officeCode, november])).toEqual([
    [otherOffice, { ended: 1, right: 1 }],
    [testOffice, { ended: 3, right: 1 }],
  ])
})
