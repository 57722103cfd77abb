import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aStaffMember, whoShowsFactor } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { publishedReasons } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { everyFailure } from '@/lib/platform/result'
import { allReasonVersions, publishReasonVersion, retireReason } from './reason-versions'

let database: TestDatabase
let viewer: StaffViewer
let colleague: StaffViewer

beforeAll(async () => {
  database = await createTestDatabase()
  viewer = await anAdministrator()
  colleague = await anAdministrator()
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
  const { id: _id, code, version, publishedAt: _at, retiredAt: _until, ...texts } = reason
  const publish = (changes: Partial<typeof texts>, who = viewer) =>
    publishReasonVersion({ viewer: who, code, version: { ...texts, ...changes } }, database)
  const versions = async () => (await allReasonVersions(database.db)).filter(one => one.code === code)
  return { reason, code, version, publish, versions }
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

  test('sent twice in the same moment is one new version', async () => {
    const { version, publish, versions } = await aPublishedReason()
    const said = { title: '同一个说法' }
    const answers = await Promise.all([publish(said), publish(said, colleague)])
    expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { version: version + 1 } }])
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ failure: 'nothing-changed' }])
    expect((await versions())[0]).toMatchObject({ version: version + 1, retiredAt: null })
  })

  test('said in two ways in the same moment has two new versions, of which the later one holds', async () => {
    const { version, publish, versions } = await aPublishedReason(1)
    const answers = await Promise.all([
      publish({ title: '一种说法' }),
      publish({ title: '另一种说法' }, colleague),
    ])
    const numbers = answers.map(answer => (answer.ok ? answer.value.version : answer.failure))
    expect(numbers.toSorted()).toEqual([version + 1, version + 2])
    const inForce = (await versions()).filter(({ retiredAt }) => retiredAt === null)
    expect(inForce).toMatchObject([{ version: version + 2 }])
  })

  test('is retired and said better in the same moment, in whatever order', async () => {
    const { code, version, publish, versions } = await aPublishedReason(2)
    const answers = await Promise.all([
      retireReason({ viewer, code }, database),
      publish({ title: '更好的说法' }, colleague),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    expect((await versions())[0]).toMatchObject({ version: version + 1 })
  })
})
