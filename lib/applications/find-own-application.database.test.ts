import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { registerApplication } from '@/lib/decisions'
import { findCase } from '@/lib/supervision'
import { applicationsOf } from './applications-of-resident'
import { aDraft, aResident } from './drafts/testing'
import { findOwnApplication } from './find-own-application'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(new Date('2026-11-24T10:41:00+08:00'))
})
afterAll(() => database.drop())

describe('a resident', () => {
  test('reads an own case with its clock, first contact and everybody who looked', async () => {
    const { db } = database
    const { reference, resident } = await anAcceptedCase(db)
    const officer = await aStaffMember(db)
    await findCase({ reference, viewer: officer }, { db })
    const found = await findOwnApplication({ reference, viewer: resident }, { db })
    expect(found?.runningClock).toMatchObject({
      kind: 'office-must-decide',
      dueAt: new Date('2026-11-27T17:30:00+08:00'),
    })
    expect(found?.views).toMatchObject([{ staffName: '经办人', purpose: 'handle-case' }])
    expect(found?.firstContact).toBeNull()
  })

  test('finds the case however the reference is typed', async () => {
    const { reference, resident } = await anAcceptedCase(database.db)
    const typed = reference.toLowerCase().replaceAll('-', ' ')
    const found = await findOwnApplication({ reference: typed, viewer: resident }, database)
    expect(found?.application.reference).toBe(reference)
  })

  test('finds somebody else’s case as little as one that does not exist', async () => {
    const { reference } = await anAcceptedCase(database.db)
    const stranger = await aResident(database.db)
    expect(await findOwnApplication({ reference, viewer: stranger }, database)).toBeNull()
    expect(
      await findOwnApplication({ reference: 'HS-2611-24-0000-1', viewer: stranger }, database),
    ).toBeNull()
    expect(
      await findOwnApplication({ reference: '\u0000'.repeat(99), viewer: stranger }, database),
    ).toBeNull()
  })

  test('lists what they submitted with who must act, and neither drafts nor others’ cases', async () => {
    const { db } = database
    const { reference, resident } = await anAcceptedCase(db)
    await anAcceptedCase(db)
    await aDraft(db, { viewer: resident })
    expect(await applicationsOf({ viewer: resident }, { db })).toMatchObject([
      { reference, status: 'accepted', clock: { kind: 'office-must-decide' }, certificateNumber: null },
    ])
    const officer = await aStaffMember(db)
    const registered = await registerApplication({ reference, viewer: officer }, { db })
    expect(await applicationsOf({ viewer: resident }, { db })).toMatchObject([
      {
        status: 'registered',
        clock: null,
        certificateNumber: registered.ok ? registered.value.number : 'not registered',
      },
    ])
  })
})
