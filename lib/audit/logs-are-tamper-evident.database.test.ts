import { generateKeyPairSync } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anAcceptedCase, aStaffMember, type TestCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { readSigningKey, type SigningKey } from '@/lib/certificates/keys/signing-key'
import type { StaffViewer } from '@/lib/identity'
import { chainedLogs, hashedColumns, hashOfRow } from './chain/chained-row'
import type { TrustedKey } from './chain/checkpoint'
import { recordChange } from './record-change'
import { recordView } from './record-view'
import { verifyLogs } from './verify-logs'
import { writeCheckpoint } from './write-checkpoint'

let test: TestDatabase
let superuser: postgres.Sql
let officer: StaffViewer
let somebodysCase: TestCase
let key: SigningKey

beforeAll(async () => {
  test = await createTestDatabase()
  const database = new URL(test.ownerUrl).pathname
  superuser = postgres(Object.assign(new URL(inject('testCluster').adminUrl), { pathname: database }).href, {
    max: 1,
    onnotice: () => {},
  })
  key = aKey()
  officer = await aStaffMember(test.db)
  for (let n = 0; n < 3; n += 1) somebodysCase = await aCaseThatWasLookedAt()
  await recordChanges()
  await writeCheckpoint({ db: test.db, key })
  await aLook(somebodysCase)
  await writeCheckpoint({ db: test.db, key })
})
afterAll(async () => {
  await superuser.end()
  await test.drop()
})

function aKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  return readSigningKey(privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'))
}

async function aLook({ id }: TestCase): Promise<void> {
  const application = { id, officeCode: null }
  await recordView(test.db, { viewer: officer, application, purpose: 'handle-case' })
}

async function aCaseThatWasLookedAt(): Promise<TestCase> {
  const accepted = await anAcceptedCase(test.db)
  for (let look = 0; look < 4; look += 1) await aLook(accepted)
  return accepted
}

async function recordChanges(): Promise<void> {
  for (const year of [2027, 2028, 2029]) {
    await test.db.transaction(transaction =>
      recordChange(transaction, { viewer: officer, action: 'calendar-published', details: { year } }),
    )
  }
}

/** What the verification says after an attack by the superuser with all triggers off; everything is put back. */
async function findingsAfter(
  attack: (sql: postgres.TransactionSql) => Promise<unknown>,
  trusted: TrustedKey[] = [key],
): Promise<string[]> {
  const putBack = new Error('put back')
  let found: string[] = []
  await superuser
    .begin(async sql => {
      await sql`set local session_replication_role = replica`
      await attack(sql)
      // The verification runs inside the attack's transaction, so that it sees it.
      const inside = { begin: (_options: string, run: (sql: postgres.TransactionSql) => unknown) => run(sql) }
      const sqlInside = inside as unknown as postgres.Sql
      const { findings, unproven } = await verifyLogs({ sql: sqlInside, keys: trusted })
      found = [
        ...unproven.map(({ number, why }) => `checkpoint ${number}: ${why}`),
        ...findings.map(finding =>
          finding.log === 'audit_checkpoints'
            ? `checkpoint ${finding.number}: ${finding.what}`
            : `${finding.log} ${finding.rowId}: ${finding.what}`,
        ),
      ]
      throw putBack
    })
    .catch(error => {
      if (error !== putBack) throw error
    })
  return found
}

/** Ids of the case's rows in a log, in their places. */
async function rowsOfCase(log: 'audit_events' | 'application_events', id = somebodysCase.id) {
  const rows =
    await superuser`select id::text as id from ${superuser(log)} where application_id = ${id} order by chain_position`
  return rows.map(row => String(row.id))
}

describe('logs that nobody touched', () => {
  it('are found whole, with a row for every event and every checkpoint believed', async () => {
    const { rows, checkpoints, newest, findings, unproven } = await verifyLogs({
      sql: test.app,
      keys: [key],
    })
    expect([findings, unproven]).toEqual([[], []])
    expect(rows).toEqual({ audit_events: 16, application_events: 3 })
    expect({ checkpoints, newest: newest?.number }).toEqual({ checkpoints: 2, newest: 2 })
  })

  it('are still whole when many write to one chain at the same moment', async () => {
    await Promise.all(Array.from({ length: 40 }, () => aLook(somebodysCase)))
    await Promise.all(Array.from({ length: 5 }, recordChanges))
    const { findings } = await verifyLogs({ sql: test.app, keys: [key] })
    expect(findings).toEqual([])
    const [places] =
      await test.app`select count(*)::int as rows, max(chain_position) as last from audit_events
      where application_id = ${somebodysCase.id}`
    expect(places).toEqual({ rows: 45, last: 45 })
  })

  it.each(chainedLogs)('%s: the hash covers every column there is', async log => {
    const columns = await test.owner<{ name: string }[]>`
      select column_name as name from information_schema.columns where table_name = ${log}`
    expect(columns.map(({ name }) => name).toSorted()).toEqual([...hashedColumns[log], 'hash'].toSorted())
  })

  it('a checkpoint keeps only the chains that grew', async () => {
    const heads = await test.app`select checkpoint_number as checkpoint, count(*)::int as heads
      from audit_checkpoint_heads group by 1 order by 1`
    expect(heads.map(row => row.heads)).toEqual([7, 1])
  })
})

describe('a superuser with all triggers off is found out after', () => {
  it('changing a row', async () => {
    const [, second] = await rowsOfCase('audit_events')
    expect(
      await findingsAfter(sql => sql`update audit_events set staff_id = null where id = ${second ?? ''}`),
    ).toEqual([`audit_events ${second}: changed`])
  })

  it('changing the words that an applicant was given', async () => {
    const [first] = await rowsOfCase('application_events')
    expect(
      await findingsAfter(
        sql => sql`update application_events set note = 'v1.x.y' where id = ${first ?? ''}`,
      ),
    ).toEqual([`application_events ${first}: changed`])
  })

  it('changing a row and its hash', async () => {
    const [, second, third] = await rowsOfCase('audit_events')
    expect(
      await findingsAfter(async sql => {
        await sql`update audit_events set purpose = 'search' where id = ${second ?? ''}`
        await sql`update audit_events e set hash = chain_hash(e) where id = ${second ?? ''}`
      }),
    ).toEqual([`audit_events ${third}: not-linked`])
  })

  it('deleting a row', async () => {
    const [, second, third] = await rowsOfCase('audit_events')
    expect(await findingsAfter(sql => sql`delete from audit_events where id = ${second ?? ''}`)).toEqual([
      `audit_events ${third}: row-missing-before`,
    ])
  })

  it('deleting the newest rows', async () => {
    const rows = await rowsOfCase('audit_events')
    expect(
      await findingsAfter(sql => sql`delete from audit_events where id = any(${rows.slice(3)}::bigint[])`),
    ).toEqual(['audit_events null: end-cut-off'])
  })

  it('inserting a row', async () => {
    const rows = await rowsOfCase('audit_events')
    const found = await findingsAfter(async sql => {
      await sql`alter table audit_events drop constraint one_audit_event_a_place_in_its_chain`
      await sql`insert into audit_events (id, action, application_id, chain_position, previous_hash, hash)
        select 900000, 'case-viewed', application_id, 2, previous_hash, hash from audit_events where id = ${rows[1] ?? ''}`
      await sql`update audit_events e set hash = chain_hash(e) where id = 900000`
    })
    expect(found).toEqual(['audit_events 900000: place-taken-twice'])
  })

  it('changing the places of two rows', async () => {
    const [, second, third] = await rowsOfCase('audit_events')
    expect(
      await findingsAfter(async sql => {
        await sql`alter table audit_events drop constraint one_audit_event_a_place_in_its_chain`
        await sql`update audit_events set chain_position = 5 - chain_position
          where application_id = ${somebodysCase.id} and chain_position in (2, 3)`
      }),
    ).toEqual([`audit_events ${third}: changed`])
    expect(second).not.toBe(third)
  })

  it.each(chainedLogs)('emptying %s', async log => {
    const found = await findingsAfter(sql => sql`truncate ${sql(log)}`)
    expect(new Set(found)).toEqual(new Set([`${log} null: end-cut-off`]))
  })

  it('writing the whole chain anew, with right hashes', async () => {
    const rows = await rowsOfCase('audit_events')
    const found = await findingsAfter(async sql => {
      await sql`update audit_events set purpose = 'search' where id = ${rows[0] ?? ''}`
      let before = '0'.repeat(64)
      for (const id of rows) {
        await sql`update audit_events set previous_hash = ${before} where id = ${id}`
        const [row] =
          await sql`update audit_events e set hash = chain_hash(e) where id = ${id} returning hash`
        before = String(row?.hash)
      }
    })
    expect(found).toEqual([`audit_events ${rows[4]}: rewritten`])
  })

  it('changing a checkpoint, its heads, or leaving one out', async () => {
    expect(
      await findingsAfter(sql => sql`update audit_checkpoints set head_count = 1 where number = 1`),
    ).toContain('checkpoint 1: checkpoint-changed')
    expect(
      await findingsAfter(sql => sql`delete from audit_checkpoint_heads where checkpoint_number = 1`),
    ).toContain('checkpoint 1: heads-changed')
    expect(await findingsAfter(sql => sql`delete from audit_checkpoints where number = 1`)).toContain(
      'checkpoint 2: checkpoint-missing-before',
    )
  })

  it('signing new checkpoints with a key of their own', async () => {
    const found = await findingsAfter(async () => {}, [aKey()])
    expect(found).toEqual(['checkpoint 1: key-unknown', 'checkpoint 2: key-unknown'])
  })

  it('signing with a key of ours after its time, or after it got out', async () => {
    const long = new Date('2026-01-01T00:00:00Z')
    expect(await findingsAfter(async () => {}, [{ ...key, retiredAt: long }])).toEqual([
      'checkpoint 1: checkpoint-key-retired',
      'checkpoint 2: checkpoint-key-retired',
    ])
    expect(await findingsAfter(async () => {}, [{ ...key, withdrawnFrom: long }])).toEqual([
      'checkpoint 1: key-withdrawn',
      'checkpoint 2: key-withdrawn',
    ])
  })

  it('removing the newest checkpoint, by whoever noted its digest elsewhere', async () => {
    const { findings } = await verifyLogs({ sql: test.app, keys: [key], kept: 'a'.repeat(64) })
    expect(findings).toEqual([{ log: 'audit_checkpoints', number: 2, what: 'kept-checkpoint-missing' }])
  })
})

describe('the application’s own role', () => {
  it.each(['audit_events', 'application_events', 'audit_checkpoints', 'audit_checkpoint_heads'])(
    'can neither change, delete nor empty %s',
    async table => {
      await expect(test.app`delete from ${test.app(table)}`).rejects.toThrow('permission denied')
      await expect(test.app`truncate ${test.app(table)}`).rejects.toThrow('permission denied')
      await expect(test.owner`delete from ${test.owner(table)}`).rejects.toThrow('append-only')
    },
  )

  it('cannot choose a row’s place or hash', async () => {
    const [row] = await test.app`insert into audit_events (action, chain_position, previous_hash, hash)
      values ('calendar-published', 7, 'x', ${'f'.repeat(64)})
      returning id::text, (at at time zone 'UTC')::text as at, action, application_id, resident_id, staff_id,
        office_code, purpose, details::text, chain_position::text, previous_hash, hash`
    if (!row) throw new Error('no row')
    const { hash, ...columns } = row
    const before = { application_id: null, previous_hash: '', chain_position: '', id: '', at: '' }
    expect(hashOfRow({ log: 'audit_events', row: { ...before, ...columns, hash: '' } })).toBe(hash)
    expect(columns.chain_position).not.toBe('7')
  })
})
