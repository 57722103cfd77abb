import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAcceptedCase, type TestCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { time } from '@/lib/deadlines/rules/test-office'
import { withdrawApplication } from '..'
import { aResident } from '../drafts/testing'
import { endShare, findSharedStatus, shareStatus, sharesOfCase } from '.'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(time('Mon 9 Mar 2026 10:00'))
})
afterAll(() => database.drop())

const address = '198.18.0.1'
const look = (secret: string) => findSharedStatus({ secret, address }, database)
async function share({ reference, resident }: TestCase): Promise<string> {
  const shared = await shareStatus({ reference, viewer: resident }, database)
  if (!shared.ok) throw new Error(shared.failure)
  return shared.value.secret
}

describe('a shared status', () => {
  test('says how far it is and by when, and nothing about a person', async () => {
    const it = await anAcceptedCase(database.db)
    const shown = await look(await share(it))
    expect(shown).toMatchObject({
      ok: true,
      value: {
        status: 'accepted',
        referenceEnding: it.reference.slice(-6),
        clock: { kind: 'office-must-decide' },
      },
    })
    const [party] = await database.app`select name from application_parties where application_id = ${it.id}`
    expect(JSON.stringify(shown)).not.toContain(party?.name)
    expect(JSON.stringify(shown)).not.toContain(it.resident.residentId)
  })

  test('goes along with the case to its end', async () => {
    const it = await anAcceptedCase(database.db)
    const secret = await share(it)
    await withdrawApplication({ reference: it.reference, viewer: it.resident }, database)
    expect(await look(secret)).toMatchObject({ value: { status: 'withdrawn', clock: null } })
  })

  test('counts who looked, for the resident to see', async () => {
    const it = await anAcceptedCase(database.db)
    const secret = await share(it)
    await look(secret)
    await look(secret)
    expect(await sharesOfCase(database.db, { applicationId: it.id })).toMatchObject([{ views: 2 }])
  })

  test('ends when the resident says so, and shows nothing any more', async () => {
    const it = await anAcceptedCase(database.db)
    const secret = await share(it)
    const [one] = await sharesOfCase(database.db, { applicationId: it.id })
    const stranger = await aResident(database.db)
    const id = one?.id ?? ''
    expect(await endShare({ id, viewer: stranger }, database)).toMatchObject({ failure: 'share-not-found' })
    expect((await look(secret)).ok).toBe(true)
    expect((await endShare({ id, viewer: it.resident }, database)).ok).toBe(true)
    expect(await look(secret)).toMatchObject({ failure: 'no-share' })
    expect(await sharesOfCase(database.db, { applicationId: it.id })).toEqual([])
  })

  test('runs out after a week by itself', async () => {
    const it = await anAcceptedCase(database.db)
    const secret = await share(it)
    await database.travelTo(time('Mon 16 Mar 2026 09:59'))
    expect((await look(secret)).ok).toBe(true)
    await database.travelTo(time('Mon 16 Mar 2026 10:01'))
    expect(await look(secret)).toMatchObject({ failure: 'no-share' })
    await database.travelTo(time('Mon 9 Mar 2026 10:00'))
  })

  test("is the resident's own to make, five at once", async () => {
    const it = await anAcceptedCase(database.db)
    const viewer = await aResident(database.db)
    expect(await shareStatus({ reference: it.reference, viewer }, database)).toMatchObject({
      failure: 'case-not-found',
    })
    for (let count = 0; count < 5; count += 1) await share(it)
    expect(await shareStatus({ reference: it.reference, viewer: it.resident }, database)).toMatchObject({
      failure: 'too-many-shares',
    })
  })

  test('is found by no text that is not its secret', async () => {
    const it = await anAcceptedCase(database.db)
    const secret = await share(it)
    for (const text of ['', secret.slice(1), `${secret}=`, '\u0000', 'a'.repeat(10_000)]) {
      expect(await look(text)).toMatchObject({ failure: 'no-share' })
    }
    for (const id of ['', 'none', '\u0000']) {
      expect((await endShare({ id, viewer: it.resident }, database)).ok).toBe(false)
    }
  })
})

describe('whoever writes past the service', () => {
  test('makes no link that lasts longer than a week', async () => {
    const { id, resident } = await anAcceptedCase(database.db)
    await expect(
      database.owner`insert into status_shares (application_id, resident_id, secret_digest, expires_at)
        values (${id}, ${resident.residentId}, 'x', service_now() + interval '8 days')`,
    ).rejects.toMatchObject({ constraint_name: 'a_share_lasts_a_week_at_most' })
  })
})
