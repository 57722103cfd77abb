import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { writeCheckpoint } from '@/lib/audit'
import { csvOf, linesOfProof, proofOf } from '@/lib/audit/exports/signed-export'
import { publishKey } from '@/lib/certificates/keys/active-key'
import { newSigningKey, readSigningKey, type SigningKey } from '@/lib/certificates/keys/signing-key'
import { noteKeyInUse } from './start/signing-keys'
import { type CommandRoom, openCommandRoom } from './testing/command-room'

const firstSecret = process.env.CERTIFICATE_SIGNING_KEY ?? ''

let database: TestDatabase
let room: CommandRoom

beforeAll(async () => {
  database = await createTestDatabase()
  room = openCommandRoom()
})
afterAll(async () => {
  room.close()
  await database.drop()
})

const verify = (secret: string, ...parameters: string[]) =>
  room.run('scripts/audit-verify.ts', parameters, {
    DATABASE_APP_URL: database.appUrl,
    CERTIFICATE_SIGNING_KEY: secret,
  })

function exportSignedBy(key: SigningKey): string {
  const content = csvOf([['id'], ['1']])
  return content + linesOfProof(proofOf({ content, key }))
}

describe('after a change of keys', () => {
  const oldKey = readSigningKey(firstSecret)
  let nextSecret = ''

  beforeAll(async () => {
    await publishKey(database.db, oldKey)
    await writeCheckpoint({ db: database.db, key: oldKey })
    const { said } = await room.run('scripts/keys.ts', ['rotate'], { DATABASE_APP_URL: database.appUrl })
    nextSecret = /^CERTIFICATE_SIGNING_KEY=(.+)$/m.exec(said)?.[1] ?? ''
  })

  test('what the key before signed is believed, before the restart and after it', async () => {
    expect(await verify(firstSecret)).toMatchObject({ code: 0 })
    expect(await verify(nextSecret)).toMatchObject({ code: 0 })
    await writeCheckpoint({ db: database.db, key: readSigningKey(nextSecret) })
    const after = await verify(nextSecret)
    expect(after).toMatchObject({ code: 0, said: expect.stringContaining('nothing was touched') })
  })

  test('an export that it signed is believed, too', async () => {
    const file = room.write('old.csv', exportSignedBy(oldKey))
    expect(await verify(nextSecret, '--export', file)).toMatchObject({ code: 0 })
  })

  test('a key that only the database knows is named as unknown: no success, and no changed row', async () => {
    const foreign = readSigningKey(newSigningKey())
    await publishKey(database.db, foreign)
    const { number } = await writeCheckpoint({ db: database.db, key: foreign })
    const found = await verify(nextSecret)
    expect(found.code).toBe(3)
    expect(found.said).toContain(`unknown key ${foreign.keyId}: 1 个检查点 · checkpoints #${number}`)
    expect(found.said).not.toContain('touched')
    const file = room.write('foreign.csv', exportSignedBy(foreign))
    expect(await verify(nextSecret, '--export', file)).toMatchObject({ code: 3 })
  })

  test('a chain written anew under a key of one’s own is found all the same', async () => {
    await database.app`insert into audit_events (action) values ('calendar-published')`
    await writeCheckpoint({ db: database.db, key: readSigningKey(nextSecret) })
    await rewriteLastRow()
    await writeCheckpoint({ db: database.db, key: readSigningKey(newSigningKey()) })
    const found = await verify(nextSecret)
    expect(found).toMatchObject({ code: 1, said: expect.stringContaining('rewritten') })
  })
})

test('a key that was followed by another at a start is believed for its time, and a day for late restarts', async () => {
  const other = await createTestDatabase()
  const [before, after] = [newSigningKey(), newSigningKey()]
  const file = room.write('keys-of-starts.json', '[]')
  const noteStart = (secret: string) => noteKeyInUse({ appUrl: other.appUrl, secret }, file)
  const check = () => verify(after, '--database', other.appUrl, '--keys', file)
  await other.travelTo(new Date('2026-11-24T10:00:00+08:00'))
  await noteStart(before)
  await writeCheckpoint({ db: other.db, key: readSigningKey(before) })
  await other.travelTo(new Date('2026-11-25T10:00:00+08:00'))
  await noteStart(after)
  await writeCheckpoint({ db: other.db, key: readSigningKey(after) })
  await other.travelTo(new Date('2026-11-26T09:00:00+08:00'))
  await writeCheckpoint({ db: other.db, key: readSigningKey(before) })
  expect(await check()).toMatchObject({ code: 0 })
  await other.travelTo(new Date('2026-11-26T11:00:00+08:00'))
  await writeCheckpoint({ db: other.db, key: readSigningKey(before) })
  expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('long ceased to sign') })
  await other.drop()
})

/** As superuser, past the triggers: the newest row tells something else, with the right hash, and another follows. */
async function rewriteLastRow(): Promise<void> {
  const { pathname } = new URL(database.ownerUrl)
  const url = Object.assign(new URL(inject('testCluster').adminUrl), { pathname }).href
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql`set session_replication_role = replica`
  await sql`update audit_events set action = 'limits-changed' where id = (select max(id) from audit_events)`
  await sql`update audit_events e set hash = chain_hash(e) where id = (select max(id) from audit_events)`
  await sql`set session_replication_role = default`
  await sql`insert into audit_events (action) values ('calendar-published')`
  await sql.end()
}

describe('what keeps a command from answering is said in a sentence, with 2', () => {
  const nowhere = 'postgres://nobody@localhost:9/nothing'
  test.each([
    ['audit-verify', ['--kept', 'junk'], '--kept is the digest'],
    ['audit-verify', ['--trust', 'junk'], 'is no public key'],
    ['audit-verify', ['--verbose'], 'An option is not right'],
    ['audit-verify', ['--export', 'missing.csv'], 'cannot be read'],
    ['audit-verify', ['--keys', 'missing.json'], 'cannot be read'],
    ['audit-verify', ['--database', nowhere], 'the database cannot be reached'],
    ['audit-verify', ['--database', 'nonsense'], 'A database’s address reads'],
    ['verify-log', ['--verbose'], 'An option is not right'],
    ['verify-log', ['--trust', 'junk', 'http://localhost:9'], 'is no public key'],
    ['reencrypt', ['--verbose'], 'An option is not right'],
    ['reencrypt', [], 'There is no'],
    ['reencrypt', ['--database', nowhere], 'the database cannot be reached'],
    ['keys', ['rotate', '--verbose'], 'An option is not right'],
    ['keys', ['rotate', 'now'], 'there is no such argument'],
  ])('%s %j', async (script, parameters, sentence) => {
    const { code, said } = await room.run(`scripts/${script}.ts`, parameters)
    expect(said).toContain(sentence)
    expect(said).not.toMatch(/\n\s+at /)
    expect(code).toBe(2)
  })

  test('a database that is not there', async () => {
    expect(await room.run('scripts/keys.ts', ['rotate'], { DATABASE_APP_URL: nowhere })).toMatchObject({
      code: 2,
      said: expect.stringContaining('the database cannot be reached'),
    })
  })

  test('a workbook without the proof that came beside it', async () => {
    const file = room.write('log.xlsx', 'PK and the rest')
    expect(await verify(firstSecret, '--export', file)).toMatchObject({
      code: 2,
      said: expect.stringContaining('add --proof'),
    })
  })
})
