import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { type CommandRoom, openCommandRoom } from '@/scripts/testing/command-room'
import type { Certificate } from '../write-certificate'
import { readSigningKey } from './signing-key'

const firstSecret = process.env.CERTIFICATE_SIGNING_KEY ?? ''
const firstKey = readSigningKey(firstSecret).keyId

let database: TestDatabase
let room: CommandRoom

beforeAll(async () => {
  room = openCommandRoom()
  database = await createTestDatabase()
})
afterAll(async () => {
  process.env.CERTIFICATE_SIGNING_KEY = firstSecret
  room.close()
  await database.drop()
})

/** The operator's command itself, against this database. */
function command(...parameters: string[]) {
  return room.run('scripts/keys.ts', parameters, { DATABASE_APP_URL: database.appUrl })
}

/** The service after a start with this key: what a process remembers of keys and environment is forgotten. */
async function startedWith(secret: string) {
  process.env.CERTIFICATE_SIGNING_KEY = secret
  vi.resetModules()
  const { openDatabase } = await import('@/lib/platform/database')
  const { parsePersonalDataKeys } = await import('@/db/personal-data')
  const { aCertificate } = await import('../testing/a-certificate')
  const { askAbout } = await import('@/lib/verification/testing/ask-about')
  const { publishedJwks } = await import('./active-key')
  const keys = parsePersonalDataKeys({
    sealing: process.env.PERSONAL_DATA_KEYS ?? '',
    lookup: process.env.LOOKUP_KEY ?? '',
  })
  const { db, close } = openDatabase({ url: database.appUrl, keys, connections: 4 })
  return {
    issue: async () => (await aCertificate({ ...database, db })).certificate,
    ask: ({ token }: Certificate) => askAbout({ question: { token } }, { db }),
    jwks: () => publishedJwks(db),
    close,
  }
}

test('a key is followed by the next, keeps what it signed, and loses only what it signed after it got out', {
  timeout: 120_000,
}, async () => {
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
  const before = await startedWith(firstSecret)
  const old = await before.issue()
  expect(old.keyId).toBe(firstKey)

  await database.travelTo(new Date('2026-11-24T11:00:00+08:00'))
  const { said } = await command('rotate')
  const nextSecret = /^CERTIFICATE_SIGNING_KEY=(.+)$/m.exec(said)?.[1] ?? ''
  const nextKey = readSigningKey(nextSecret).keyId
  // Overlap: the next key is published before it signs, and the one in use still signs.
  expect((await before.jwks()).map(({ kid }) => kid)).toEqual([firstKey, nextKey])
  const meanwhile = await before.issue()
  expect(meanwhile.keyId).toBe(firstKey)
  await before.close()

  await database.travelTo(new Date('2026-11-24T12:00:00+08:00'))
  const after = await startedWith(nextSecret)
  const fresh = await after.issue()
  expect(fresh.keyId).toBe(nextKey)
  const [retired, active] = await after.jwks()
  expect(retired).toMatchObject({ kid: firstKey, exp: expect.any(Number) })
  expect(active).not.toHaveProperty('exp')
  for (const certificate of [old, meanwhile, fresh]) {
    expect(await after.ask(certificate)).toMatchObject({ genuine: true, status: 'valid' })
  }

  await command('withdraw', firstKey, '2026-11-24T10:30:00+08:00')
  expect(await after.ask(old)).toMatchObject({ genuine: true, status: 'valid' })
  expect(await after.ask(meanwhile)).toMatchObject({ genuine: false, reason: 'unknown_key' })
  expect(await after.ask(fresh)).toMatchObject({ genuine: true, status: 'valid' })
  const withdrawn = (await after.jwks()).find(({ kid }) => kid === firstKey)
  expect(withdrawn?.revoked).toEqual({
    revoked_at: Date.parse('2026-11-24T10:30:00+08:00') / 1_000,
    reason: 'compromised',
  })
  await after.close()
})

test('the command says so when there is no such key, or no moment', async () => {
  expect(await command('withdraw', 'AAAAAAAAAAA', '2026-11-24T10:30:00+08:00')).toMatchObject({ code: 1 })
  expect(await command('withdraw', firstKey, 'yesterday')).toMatchObject({ code: 2 })
})

test('a key that waits for the restart is not followed by another, unless that is asked for', async () => {
  await command('rotate', '--again')
  const count = async () => (await database.owner`select key_id from signing_keys`).length
  const before = await count()
  const refused = await command('rotate')
  expect(refused).toMatchObject({ code: 2, said: expect.stringContaining('waits for the restart') })
  expect(await count()).toBe(before)
  expect(await command('rotate', '--again')).toMatchObject({ code: 0 })
  expect(await count()).toBe(before + 1)
})
