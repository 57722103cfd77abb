import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { carryOutDueDeadlines } from '@/lib/deadlines'
import { serviceNow } from '@/lib/platform/database'
import { officeQueue } from '@/lib/supervision'
import { acceptApplication } from './accept-application'
import { aCompleteApplication, aDraft, aResident } from './drafts/testing'
import { findOwnApplication } from './find-own-application'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function accepted(way: 'promise' | 'check') {
  const { db } = database
  const viewer = await aResident(db)
  const draftId = await aDraft(db, { viewer })
  const codeConfirmedAt = await serviceNow(db)
  const application = { ...aCompleteApplication(), way }
  const { reference, officeMustDecideBy } = await db.transaction(transaction =>
    acceptApplication(transaction, { draftId, residentId: viewer.residentId, application, codeConfirmedAt }),
  )
  return { reference, viewer, officeMustDecideBy }
}

describe('who asks for a check instead of promising', () => {
  test('has the same clock, and is registered all the same when the office lets it run out', async () => {
    await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
    const [promised, asked] = [await accepted('promise'), await accepted('check')]
    expect(asked.officeMustDecideBy).toEqual(promised.officeMustDecideBy)
    const found = await findOwnApplication(asked, database)
    expect(found?.signature?.signature).toMatchObject({ way: 'check', version: '2026-1' })
    await database.travelTo(new Date('2026-11-30T09:00:00+08:00'))
    await carryOutDueDeadlines({}, database)
    for (const one of [promised, asked]) {
      const own = await findOwnApplication(one, database)
      expect(own?.decision?.decision.basis).toBe('deemed-by-lapse')
      expect(own?.certificates).toHaveLength(1)
    }
  })

  test('stands out in the queue of the office, which has something to check', async () => {
    await database.travelTo(new Date('2026-12-07T10:00:00+08:00'))
    const [promised, asked] = [await accepted('promise'), await accepted('check')]
    const viewer = await aStaffMember(database.db)
    const { rows } = await officeQueue({ viewer }, database)
    const flagsOf = (reference: string) => rows.find(row => row.reference === reference)?.flags
    expect(flagsOf(asked.reference)).toEqual(['check-asked-for'])
    expect(flagsOf(promised.reference)).toEqual([])
  })

  test('keeps that choice: no raw SQL changes it or makes up a third', async () => {
    const { app, owner } = database
    await expect(owner`update commitment_signatures set way = 'promise'`).rejects.toThrow()
    await expect(app`update commitment_signatures set way = 'promise'`).rejects.toThrow()
    await expect(
      owner`insert into commitment_signatures (application_id, version, text_sha256, typed_name, way,
        code_confirmed_at, sensitive_data_consent_at)
        select gen_random_uuid(), version, sha256, 'x', 'neither', now(), now() from commitment_versions`,
    ).rejects.toThrow('a_signer_promises_or_asks_for_a_check')
  })
})
