import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transparencyCheckpoints, transparencyEntries } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { publishedKeys, reissueCertificate } from '@/lib/certificates'
import { aCertificate } from '@/lib/certificates/testing/a-certificate'
import { readCheckpoint } from './checkpoint'
import { consistencyProof, isContinued, leafHash, rootAt, treeOf } from './merkle-tree'
import { proveNewestEntry, sayProof } from './prove-entry'
import { logOrigin, newestCheckpoint, publishedEntries, publishLog } from './publish-log'
import { readEntry } from './read-entry'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
})
afterAll(() => database.drop())

async function head() {
  const checkpoint = await newestCheckpoint(database)
  const keys = await publishedKeys(database.db)
  const read = readCheckpoint({ note: checkpoint?.note ?? '', origin: logOrigin(), keys })
  if (!read) throw new Error('the head is not signed by a published key')
  return read
}

test('each issue and each change of state is in the log, and its head is signed', async () => {
  const { certificate, ofCase } = await aCertificate(database)
  await publishLog(database)
  const first = await head()
  await reissueCertificate({ number: certificate.number, viewer: ofCase.resident }, database)
  await publishLog(database)
  const second = await head()
  expect(second.size).toBe(first.size + 2)
  const entries = await publishedEntries({ from: 0, count: 100 }, database)
  const read = entries.map(({ entry }) => readEntry(entry))
  expect(read.map(entry => entry?.event).sort()).toEqual(['issued', 'issued', 'superseded'])
  expect(read.filter(entry => entry?.number === certificate.number)).toMatchObject([
    { version: 1, at: certificate.issuedAt },
    { version: 1 },
  ])
  const tree = treeOf(entries.map(({ entry }) => leafHash(Buffer.from(entry))))
  expect(rootAt({ tree }).equals(second.root)).toBe(true)
  const proof = consistencyProof({ tree, earlier: first.size })
  expect(
    isContinued({ from: first.size, size: second.size, proof, earlierRoot: first.root, root: second.root }),
  ).toBe(true)
})

test('an entry is proven once a signed head covers it, and the file says what it proves', async () => {
  const { certificate } = await aCertificate(database)
  expect(await proveNewestEntry({ certificateId: certificate.id }, database)).toBeNull()
  await publishLog(database)
  const proven = await proveNewestEntry({ certificateId: certificate.id }, database)
  if (!proven) throw new Error('the entry is not proven')
  expect(proven.entry).toContain(`${certificate.number} 1`)
  expect(sayProof(proven)).toMatch(/^c2sp\.org\/tlog-proof@v1\nextra [\w+/=]+\nindex \d+\n([\w+/=]{44}\n)+\n/)
  for (const { name } of certificate.holders) expect(proven.entry).not.toContain(name)
})

test('nothing new is not signed again, and two at once give each entry one place', async () => {
  await aCertificate(database)
  await Promise.all([publishLog(database), publishLog(database)])
  const { added } = await publishLog(database)
  expect(added).toBe(0)
  const entries = await publishedEntries({ from: 0, count: 1_000 }, database)
  expect(entries.map(({ index }) => index)).toEqual(entries.map((_, place) => place))
})

test('what is in the log stays as it is, whoever tries', async () => {
  const { certificate } = await aCertificate(database)
  const entries = await database.db
    .select()
    .from(transparencyEntries)
    .where(eq(transparencyEntries.certificateId, certificate.id))
  expect(entries).toHaveLength(1)
  const attempts = [
    database.app`insert into transparency_entries (certificate_id, entry) values (${certificate.id}, 'x')`,
    database.app`update transparency_entries set entry = 'x'`,
    database.owner`update transparency_entries set entry = 'x'`,
    database.owner`delete from transparency_leaves`,
    database.owner`update transparency_checkpoints set note = 'x'`,
    database.app`insert into transparency_leaves (index, entry_id, hash) values (9999, ${entries[0]?.id ?? 0}, 'x')`,
  ]
  for (const attempt of attempts) await expect(attempt).rejects.toThrow()
  expect((await database.db.select().from(transparencyCheckpoints)).length).toBeGreaterThan(0)
})
