import { AsyncLocalStorage } from 'node:async_hooks'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { viewerOfSession } from '@/db/row-security'
import { applications, residents } from '@/db/schema'
import { anAcceptedCase, type TestCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { startSession } from '@/lib/identity'
import { secretDigest } from '@/lib/platform/secret-digest'
import { actForTheService, type OpenDatabase, openConfinedDatabase } from './database'
import { environment } from './env'

let at: TestDatabase
let confined: OpenDatabase
let cases: TestCase[]
let viewers: string[]
/** Whoever asks, and who asks beside them: requests of many take turns on the same connections. */
let viewer: string | null
const request = new AsyncLocalStorage<string | null>()

beforeAll(async () => {
  at = await createTestDatabase()
  await at.travelTo(new Date('2026-11-24T10:00:00+08:00'))
  cases = [await anAcceptedCase(at.db), await anAcceptedCase(at.db)]
  viewers = await Promise.all(
    cases.map(async ({ resident: { residentId } }) =>
      viewerOfSession(secretDigest(await startSession({ residentId }, at))),
    ),
  )
  const { PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
  const keys = parsePersonalDataKeys({ sealing: PERSONAL_DATA_KEYS, lookup: LOOKUP_KEY })
  confined = openConfinedDatabase({
    url: at.appUrl,
    keys,
    connections: 3,
    viewer: async () => request.getStore() ?? viewer,
  })
})
afterAll(async () => {
  await confined.close()
  await at.drop()
})

const seen = async () =>
  (await confined.db.select({ id: applications.id }).from(applications)).map(({ id }) => id)

describe('a confined pool', () => {
  test('shows to each what is theirs, and to nobody nothing, on the same connections', async () => {
    for (let round = 0; round < 20; round += 1) {
      const which = round % 3
      viewer = viewers[which] ?? null
      expect(await seen()).toEqual(cases[which] ? [cases[which].id] : [])
    }
  })

  test('keeps those apart who ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => request.run(viewers[index % 2] ?? null, seen)),
    )
    answers.forEach((ids, index) => {
      expect(ids).toEqual([cases[index % 2]?.id])
    })
  })

  test('answers in every shape that is asked for', async () => {
    viewer = viewers[0] ?? null
    const rows = await confined.db.execute(sql`select id, status from applications`)
    expect([...rows]).toEqual([{ id: cases[0]?.id, status: 'accepted' }])
    const changed = await confined.db
      .update(residents)
      .set({ language: 'en' })
      .returning({ id: residents.id })
    expect(changed).toEqual([{ id: cases[0]?.resident.residentId }])
    const [kept] = await at.db.select().from(residents).where(eq(residents.language, 'en'))
    expect(kept?.id).toBe(cases[0]?.resident.residentId)
  })

  test('tells a failure as such and goes on afterwards', async () => {
    viewer = viewers[0] ?? null
    await expect(confined.db.execute(sql`select 1 / 0`)).rejects.toMatchObject({ cause: { code: '22012' } })
    expect(await seen()).toEqual([cases[0]?.id])
  })

  test('holds in a transaction, and in one inside it, and is forgotten at its end', async () => {
    viewer = viewers[1] ?? null
    const within = await confined.db.transaction(async outer => {
      const ids = await outer.select({ id: applications.id }).from(applications)
      const inner = await outer.transaction(nested =>
        nested.select({ id: applications.id }).from(applications),
      )
      return [ids, inner]
    })
    expect(within).toEqual([[{ id: cases[1]?.id }], [{ id: cases[1]?.id }]])
    viewer = null
    expect(await seen()).toEqual([])
  })

  test('acts for the service only from where it says so to the end of that transaction', async () => {
    viewer = viewers[0] ?? null
    const counts = await confined.db.transaction(async transaction => {
      const before = await transaction.$count(applications)
      await actForTheService(transaction)
      return [before, await transaction.$count(applications)]
    })
    expect(counts).toEqual([1, 2])
    expect(await seen()).toEqual([cases[0]?.id])
  })
})
