import { randomBytes, randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { environment } from '@/lib/platform/env'
import {
  openPersonalBytes,
  openPersonalText,
  type PersonalDataKeys,
  parsePersonalDataKeys,
  sealPersonalBytes,
  sealPersonalText,
} from '../../personal-data'
import { seedDemo } from '../../seed/demo/seed-demo'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { type SealedCount, sealedTables } from '../index'

/** A key as it stands in PERSONAL_DATA_KEYS. */
export function aKey(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`
}

/** The ring with these keys in front of the one that the tests seal with. */
export function ringWith(...newer: string[]): PersonalDataKeys {
  const { PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
  return parsePersonalDataKeys({ sealing: [...newer, PERSONAL_DATA_KEYS].join(), lookup: LOOKUP_KEY })
}

/** The id of the key that the tests seal with. */
export const firstKeyId = 'test'

/** How many values a key seals in the columns for which this holds. */
export function sum(counts: SealedCount[], which: (count: SealedCount) => boolean): number {
  return counts.filter(which).reduce((total, { values }) => total + values, 0)
}

/** A database with a sealed value in every column that may hold one: the demo, and what it leaves empty. */
export async function aDatabaseWithEveryKind(): Promise<TestDatabase> {
  const at = await createTestDatabase()
  await seedDemo(at)
  await asSuperuser(at, addWhatTheDemoLeavesEmpty)
  return at
}

/** Without triggers and foreign keys: the rows need no history here, only their sealed columns. */
async function asSuperuser(
  { ownerUrl }: TestDatabase,
  work: (sql: postgres.TransactionSql) => Promise<void>,
): Promise<void> {
  const { pathname } = new URL(ownerUrl)
  const admin = postgres(Object.assign(new URL(inject('testCluster').adminUrl), { pathname }).href, {
    max: 1,
  })
  try {
    await admin.begin(async sql => {
      await sql`set local session_replication_role = replica`
      await work(sql)
    })
  } finally {
    await admin.end()
  }
}

const words = (what: string) => sealPersonalText(`${what} ${randomUUID()}`)

async function addWhatTheDemoLeavesEmpty(sql: postgres.TransactionSql): Promise<void> {
  const [people] = await sql`select (select id from residents limit 1) as resident,
    (select id from staff where role = 'auditor') as auditor, (select id from staff where role = 'county') as county`
  const { resident, auditor, county } = people ?? {}
  await sql`update residents set email = ${words('email')}, email_confirmed_at = service_now() where id = ${resident}`
  await sql`update extension_requests set answer_note = ${words('note')}`
  await sql`update ratings set answered_at = service_now(), answered_by_id = ${county}, answer = ${words('thanks')}
    where answer_by is not null`
  const certificates = await sql<{ id: string }[]>`select id from certificates limit 5`
  for (const { id } of certificates) {
    await sql`insert into certificate_papers (certificate_id, pdf, sha256) values (${id}, ${paper()}, 'x')`
    await sql`insert into revocation_hearings (certificate_id, reason, opened_by_id, answer_until, answer, answered_at,
        outcome, decided_by_id, decided_at, note)
      values (${id}, ${words('why')}, ${county}, service_now() + interval '5 days', ${words('but')}, service_now(),
        'dropped', ${county}, service_now(), ${words('so')})`
  }
  for (let page = 1; page <= 10; page += 1) {
    const picture = sealPersonalBytes(randomBytes(200_000))
    const thumbnail = sealPersonalBytes(randomBytes(5_000))
    await sql`insert into attachment_pages values (${randomUUID()}, ${page}, ${picture}, ${thumbnail}, 10, 10)`
  }
  await sql`insert into access_alerts (rule, staff_id, span, looks, first_at, last_at, closed_at, closed_by_id, note)
    values ('after-hours', ${county}, 'x', 1, service_now(), service_now(), service_now(), ${auditor}, ${words('note')})`
  await sql`insert into log_exports (format, filter, reason, requested_by_id, expires_at, answered_at, answered_by_id,
      outcome, answer_note, taken_at, rows, sha256, key_id, signature)
    values ('csv', '{}', ${words('why')}, ${auditor}, service_now() + interval '1 day', service_now(), ${county},
      'allowed', ${words('note')}, service_now(), 1, 'x', 'x', 'x')`
  await sql`insert into phone_changes (resident_id, way, old_phone, new_phone)
    values (${resident}, 'both-phones', ${words('old')}, ${words('new')})`
  await sql`insert into data_requests (resident_id, kind, text, answer_by, answered_at, answered_by_id, answer)
    values (${resident}, 'other', ${words('asked')}, service_now(), service_now(), ${auditor}, ${words('answer')})`
  await sql`insert into staff_passkeys (credential_id, staff_id, public_key, counter, transports, is_backed_up, name)
    values ('a passkey of the auditor', ${auditor}, 'x', 0, '{}', false, ${words('computer')})`
}

/** As large as a printed certificate. */
function paper(): string {
  return sealPersonalText(randomBytes(120_000).toString('base64'))
}

/** Every row of the tables with sealed columns, in its own order, with what is sealed in it opened. */
export async function everythingOpened(owner: postgres.Sql): Promise<Map<string, string[]>> {
  const opened = new Map<string, string[]>()
  for (const { name, columns } of sealedTables()) {
    const rows = await owner`select * from ${owner(name)}`
    const texts = rows.map(row => {
      const values = columns.map(column => [column.name, openedValue(row[column.name])])
      return JSON.stringify({ ...row, ...Object.fromEntries(values) })
    })
    opened.set(name, texts.sort())
  }
  return opened
}

function openedValue(stored: unknown): unknown {
  if (Buffer.isBuffer(stored)) return openPersonalBytes(stored).toString('base64')
  return typeof stored === 'string' && stored.startsWith('v1.') ? openPersonalText(stored) : stored
}
