import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aStaffMember, whoShowsFactor } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { publishedReasons } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { everyFailure } from '@/lib/platform/result'
import { publishReasonVersion, retireReason } from './reason-versions'

let database: TestDatabase
let viewer: StaffViewer

beforeAll(async () => {
  database = await createTestDatabase()
  viewer = await anAdministrator()
})
afterAll(() => database.drop())

async function anAdministrator(): Promise<StaffViewer> {
  const { db } = database
  return whoShowsFactor(db, await aStaffMember(db, { role: 'administrator', officeCodes: [] }))
}

/** A reason as it is published now, and how to say it otherwise. */
async function aPublishedReason(place = 0) {
  const reason = (await publishedReasons(database.db))[place]
  if (!reason) throw new Error('the catalogue has several reasons')
  const { id: _id, code, version: _version, publishedAt: _at, retiredAt: _until, ...texts } = reason
  const publish = (changes: Partial<typeof texts>, who = viewer) =>
    publishReasonVersion({ viewer: who, code, version: { ...texts, ...changes } }, database)
  return { reason, code, publish }
}

describe('a reason for refusal', () => {
  test('gets a new version beside the old one, and can be retired', async () => {
    const { reason, code, publish } = await aPublishedReason()
    expect(await publish({})).toMatchObject({ failure: 'nothing-changed' })
    const empty = await publish({ title: '', lawEnglish: ' ', nextStep: '' })
    expect(empty.ok ? [] : everyFailure(empty)).toMatchObject(
      ['title', 'lawEnglish', 'nextStep'].map(field => ({ failure: 'text-missing', details: { field } })),
    )
    const officer = await aStaffMember(database.db)
    expect(await publish({ title: '新的说法' }, officer)).toMatchObject({ failure: 'not-your-role' })
    expect(await publish({ title: '新的说法' })).toMatchObject({ ok: true, value: { version: 2 } })
    const now = await publishedReasons(database.db)
    expect(now.find(one => one.code === code)).toMatchObject({ version: 2, title: '新的说法' })
    const [old] = await database.app`
      select title, retired_at is not null as retired from rejection_reasons where id = ${reason.id}`
    expect(old).toEqual({ title: reason.title, retired: true })
    expect(await retireReason({ viewer, code }, database)).toMatchObject({ ok: true })
    expect(await retireReason({ viewer, code }, database)).toMatchObject({ failure: 'already-retired' })
    expect((await publishedReasons(database.db)).map(one => one.code)).not.toContain(code)
    expect(await publish({ title: '又公布' })).toMatchObject({ ok: true, value: { version: 3 } })
    const [logged] = await database.app`
      select count(*)::int as events from audit_events
      where action = 'reason-version-published' and staff_id = ${viewer.staffId}`
    expect(logged).toEqual({ events: 2 })
  })
})
