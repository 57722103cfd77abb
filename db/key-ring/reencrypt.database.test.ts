import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOwnApplication, transferApplication } from '@/lib/applications'
import { verifyLogs } from '@/lib/audit'
import { messagesOfCase, writeToOffice } from '@/lib/messages'
import { environment } from '@/lib/platform/env'
import {
  openPersonalBytes,
  type PersonalDataKeys,
  parsePersonalDataKeys,
  sealPersonalBytes,
  setPersonalDataKeys,
  wrapKey,
} from '../personal-data'
import { anAcceptedCase, aStaffMember, type TestCase } from '../testing/test-cases'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'
import { countByKey, isRewritable, personalColumns, reencryptPersonalData, type SealedCount } from './index'

let at: TestDatabase
let cases: TestCase[]
let before: PersonalDataKeys
let oldId: string
const pagesOf = randomUUID()
beforeAll(async () => {
  at = await createTestDatabase()
  await at.travelTo(new Date('2026-11-24T10:00:00+08:00'))
  before = ringOf(environment().PERSONAL_DATA_KEYS)
  oldId = before.sealing[0]?.id ?? ''
  cases = []
  for (let count = 0; count < 30; count += 1) {
    cases.push(await anAcceptedCase(at.db, { withOtherParent: true }))
  }
  const officer = await aStaffMember(at.db)
  await aStaffMember(at.db, { officeCodes: ['420202007'] })
  const moved = { reference: cases[0]?.reference ?? '', toOfficeCode: '420202007', reason: '住所在那里' }
  expect(await transferApplication({ ...moved, viewer: officer }, at)).toMatchObject({ ok: true })
  await keepAPicture()
})
afterAll(() => at.drop())

function ringOf(sealing: string): PersonalDataKeys {
  return parsePersonalDataKeys({ sealing, lookup: environment().LOOKUP_KEY })
}

/** A page of an attachment without all that belongs to one: only its bytes matter here. */
async function keepAPicture(): Promise<void> {
  const sealed = sealPersonalBytes(Buffer.from('a picture'))
  await at.owner.begin(async sql => {
    await sql`set local session_replication_role = replica`
    await sql`insert into attachment_pages values (${pagesOf}, 1, ${sealed}, ${sealed}, 10, 10)`
  })
}

const underOldKey = (counts: SealedCount[]) =>
  counts
    .filter(count => count.keyId === oldId && isRewritable(count))
    .reduce((sum, { values }) => sum + values, 0)

test('every column that seals is known, and no other holds sealed values', async () => {
  const known = personalColumns().map(({ table, column }) => `${table}.${column}`)
  const columns = await at.owner<{ table: string; column: string; type: string }[]>`
    select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
    join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name
    where c.table_schema = 'public' and c.data_type in ('text', 'bytea', 'jsonb')`
  for (const { table, column } of columns) {
    if (known.includes(`${table}.${column}`)) continue
    const rows = await at.owner.unsafe(`select from ${table} where ${column}::text like '%v1.%.%' limit 1`)
    expect(rows, `${table}.${column}`).toHaveLength(0)
  }
})

test('a new key takes over beside people who write, and the old one is needed for the log alone', async () => {
  const next = `next:${randomBytes(32).toString('base64')}`
  const both = `${next},${environment().PERSONAL_DATA_KEYS}`
  expect(underOldKey(await countByKey(at.owner))).toBeGreaterThan(200)
  setPersonalDataKeys(ringOf(both))

  const held = await holdARow()
  let isDone = false
  const [counts, written] = await Promise.all([
    reencryptPersonalData({ owner: at.owner }).finally(() => {
      isDone = true
    }),
    writeUntil(() => isDone),
  ])
  expect(written).toBeGreaterThan(0)
  // Only what somebody held all the time is left; a second run finds it.
  expect(underOldKey(counts)).toBe(await held.release())
  const whole = await reencryptPersonalData({ owner: at.owner })
  expect(underOldKey(whole)).toBe(0)
  const left = whole.filter(({ keyId }) => keyId === oldId).map(({ table, column }) => `${table}.${column}`)
  expect(left).toEqual(['application_events.note'])

  // The old key stays only as a text that the new one opens.
  setPersonalDataKeys(ringOf(`${next},${wrapKey(ringOf(both), oldId)}`))
  await everythingIsRead()
})

/** Somebody has one case open in a transaction while all the rest is sealed anew. */
async function holdARow() {
  const connection = await at.app.reserve()
  await connection`begin`
  const [row] = await connection`select contact_phone, address, birth_certificate_number
    from applications where id = ${cases[1]?.id ?? ''} for update`
  return {
    release: async () => {
      await connection`rollback`
      connection.release()
      return Object.values(row ?? {}).filter(value => value !== null).length
    },
  }
}

async function writeUntil(isOver: () => boolean): Promise<number> {
  let written = 0
  while (!isOver() || written === 0) {
    const own = cases[2 + (written % 20)]
    if (!own) break
    const sent = await writeToOffice({ ...own, viewer: own.resident, text: `第 ${written} 问` }, at)
    expect(sent.ok || sent.failure === 'too-many').toBe(true)
    written += 1
  }
  return written
}

async function everythingIsRead(): Promise<void> {
  for (const { reference, resident, id } of cases) {
    expect(await findOwnApplication({ reference, viewer: resident }, at)).not.toBeNull()
    await messagesOfCase(at.db, { applicationId: id })
  }
  const [page] = await at.owner`select picture from attachment_pages where attachment_id = ${pagesOf}`
  expect(openPersonalBytes(page?.picture).toString()).toBe('a picture')
  const verified = await verifyLogs({ sql: at.owner, keys: [] })
  expect(verified.findings).toEqual([])
}
