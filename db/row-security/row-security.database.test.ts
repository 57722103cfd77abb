import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { fileComplaint } from '@/lib/complaints'
import { type ResidentViewer, type StaffRole, type StaffViewer, startSession } from '@/lib/identity'
import { writeToOffice } from '@/lib/messages'
import { secretDigest } from '@/lib/platform/secret-digest'
import { refusalOf } from '../testing/refusal'
import { anAcceptedCase, aStaffMember, type TestCase, testOffice } from '../testing/test-cases'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'
import { rowRules, serviceViewerOf, tablesForEverybody, viewerOfSession, viewerSetting } from './index'

const otherOffice = '420202007'

/** An invariant is asked first where both refuse. */
const refusedByPolicyOrInvariant = expect.stringMatching(/^(42501|23514)$/)

let at: TestDatabase
let here: TestCase
let elsewhere: TestCase
let registered: { here: string; elsewhere: string }
beforeAll(async () => {
  at = await createTestDatabase()
  await at.travelTo(new Date('2026-11-24T10:00:00+08:00'))
  here = await aCaseWithEverything(testOffice)
  elsewhere = await aCaseWithEverything(otherOffice)
  registered = { here: here.id, elsewhere: elsewhere.id }
})
afterAll(() => at.drop())

async function aCaseWithEverything(officeCode: string): Promise<TestCase> {
  const it = await anAcceptedCase(at.db, { officeCode, withOtherParent: true })
  await writeToOffice({ ...it, viewer: it.resident, text: '请问何时办好？' }, at)
  await fileComplaint({ ...it, viewer: it.resident, text: '无人接电话。' }, at)
  return it
}

/** A session of a person, as the statements of their requests name it. */
async function sessionOf(person: { residentId: string } | { staffId: string }): Promise<string> {
  return viewerOfSession(secretDigest(await startSession(person, at)))
}

async function member(
  role: StaffRole,
  officeCodes: string[] = [],
): Promise<StaffViewer & { viewer: string }> {
  const staff = await aStaffMember(at.db, { role, officeCodes })
  return { ...staff, viewer: await sessionOf(staff) }
}

const resident = async ({ residentId }: ResidentViewer) => sessionOf({ residentId })

/** Raw SQL of the application's role on behalf of somebody; what it changes is taken back. */
async function as<Rows>(
  viewer: string | null,
  ask: (sql: postgres.TransactionSql) => Promise<Rows>,
): Promise<Rows> {
  let rows: Rows | undefined
  const takenBack = new Error('taken back')
  await at.nobody
    .begin(async sql => {
      if (viewer !== null) await sql`select set_config(${viewerSetting}, ${viewer}, true)`
      rows = await ask(sql)
      throw takenBack
    })
    .catch(error => {
      if (error !== takenBack) throw error
    })
  return rows as Rows
}

const idsSeen = (viewer: string | null) =>
  as(viewer, async sql => (await sql`select id from applications`).map(({ id }) => String(id)))

const hangingOnCases = [
  'application_parties',
  'application_events',
  'commitment_signatures',
  'complaints',
  'deadlines',
  'messages',
  'notifications',
]

const casesSeenIn = (viewer: string | null, table: string) =>
  as(viewer, async sql => {
    const rows = await sql.unsafe(
      `select distinct application_id as id from ${table} where application_id is not null`,
    )
    return rows.map(({ id }) => String(id)).sort()
  })

describe('every table', () => {
  test('has policies, or stands in the list of those for everybody with its reason', async () => {
    const rows = await at.owner<{ name: string; secured: boolean; policies: number }[]>`
      select relname as name, relrowsecurity as secured,
        (select count(*)::int from pg_policy where polrelid = c.oid) as policies
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`
    const secured = rows.filter(row => row.secured && row.policies === 4).map(({ name }) => name)
    expect(secured).toEqual(Object.keys(rowRules).sort())
    expect(rows.filter(row => !row.secured).map(({ name }) => name)).toEqual(
      Object.keys(tablesForEverybody).sort(),
    )
  })

  test('is guarded by triggers that look as the owner and write nothing but the published log', async () => {
    // What they wrote would pass by other triggers for a caller who says that they erase (erasing_now).
    const writing = await at.owner<{ name: string }[]>`
      select distinct proname as name from pg_trigger join pg_proc on pg_proc.oid = tgfoid
      where not tgisinternal and pronamespace = 'public'::regnamespace and prosecdef
        and prosrc ~* '\\m(insert into|delete from|update \\w+ set)\\M'`
    expect(writing.map(({ name }) => name)).toEqual(['certificates_are_logged'])
  })

  test('shows nothing of a person to whoever has no session', async () => {
    for (const table of Object.keys(rowRules)) {
      expect(await as(null, sql => sql.unsafe(`select from ${table} limit 1`)), table).toHaveLength(0)
    }
  })

  test('shows everything to the service itself', async () => {
    const ids = await idsSeen(serviceViewerOf(at))
    expect(ids).toEqual(expect.arrayContaining([here.id, elsewhere.id]))
  })
})

describe('an officer', () => {
  test('sees the cases of their offices and what hangs on them, and no other', async () => {
    const { viewer } = await member('officer', [testOffice])
    expect(await idsSeen(viewer)).toEqual([registered.here])
    for (const table of hangingOnCases) {
      expect(await casesSeenIn(viewer, table), table).toEqual([here.id])
    }
    const residents = await as(viewer, sql => sql`select id from residents`)
    expect(residents.map(({ id }) => id)).toEqual([here.resident.residentId])
  })

  test('changes no row of another office', async () => {
    const { viewer } = await member('officer', [testOffice])
    const changed = await as(viewer, async sql => [
      await sql`update applications set updated_at = service_now() where id = ${elsewhere.id}`,
      await sql`update deadlines set due_at = due_at where application_id = ${elsewhere.id}`,
      await sql`update messages set read_at = service_now() where application_id = ${elsewhere.id}`,
      await sql`delete from applications`,
    ])
    expect(changed.map(({ count }) => count)).toEqual([0, 0, 0, 0])
  })

  test.each<[string, (sql: postgres.TransactionSql, staffId: string) => Promise<unknown>]>([
    [
      'a decision',
      (sql, staffId) => sql`insert into decisions (application_id, outcome, basis, office_code, decided_by_id)
        values (${elsewhere.id}, 'registered', 'decided', ${otherOffice}, ${staffId})`,
    ],
    [
      'an event',
      (sql, staffId) => sql`
        insert into application_events (application_id, name, from_status, to_status, actor, staff_id)
        values (${elsewhere.id}, 'x', 'accepted', 'accepted', 'officer', ${staffId})`,
    ],
    [
      'a message',
      (sql, staffId) => sql`insert into messages (application_id, sender, staff_id, office_code, text)
        values (${elsewhere.id}, 'office', ${staffId}, ${otherOffice}, 'x')`,
    ],
    [
      "a look in a colleague's name",
      sql => sql`insert into audit_events (action, staff_id) select 'case-viewed', id from staff limit 1`,
    ],
    [
      'an application',
      sql => sql`insert into applications (resident_id) values (${here.resident.residentId})`,
    ],
    [
      'a session',
      (sql, staffId) => sql`insert into sessions (secret_digest, staff_id) values ('x', ${staffId})`,
    ],
    [
      'a case of their own in another office',
      sql => sql`update applications set office_code = ${otherOffice} where id = ${here.id}`,
    ],
  ])('adds to another office no row: %s', async (_what, attack) => {
    const { viewer, staffId } = await member('officer', [testOffice])
    const refused = as(viewer, sql => attack(sql, staffId))
    await expect(refused).rejects.toMatchObject({ code: refusedByPolicyOrInvariant })
  })

  test('is nobody any more once deactivated or signed out', async () => {
    const leaving = await member('officer', [testOffice])
    await at.owner`update staff set active = false where id = ${leaving.staffId}`
    expect(await idsSeen(leaving.viewer)).toEqual([])
    const signedOut = await member('officer', [testOffice])
    await at.owner`update sessions set ended_at = service_now() - interval '1 second', ended_reason = 'signed-out'
      where staff_id = ${signedOut.staffId}`
    expect(await idsSeen(signedOut.viewer)).toEqual([])
  })
})

describe('the other roles', () => {
  it.each<[StaffRole, string[], () => string[]]>([
    ['supervisor', [testOffice], () => [here.id]],
    ['county', [testOffice, otherOffice], () => [here.id, elsewhere.id]],
    ['administrator', [testOffice], () => []],
    ['auditor', [], () => []],
  ])('%s of %j', async (role, offices, sees) => {
    const { viewer } = await member(role, offices)
    expect((await idsSeen(viewer)).sort()).toEqual(sees().sort())
  })

  test('the auditor reads the logs with references, and of the cases nothing else', async () => {
    const { viewer } = await member('auditor')
    for (const table of ['application_parties', 'deadlines', 'messages', 'complaints']) {
      expect(await casesSeenIn(viewer, table), table).toEqual([])
    }
    expect(await casesSeenIn(viewer, 'application_events')).toEqual([here.id, elsewhere.id].sort())
    const ask = (said: string) => as(said, sql => sql`select reference_of_case(${here.id}) as reference`)
    expect(await ask(viewer)).toEqual([{ reference: here.reference }])
    expect(await ask((await member('officer', [testOffice])).viewer)).toEqual([{ reference: null }])
  })
})

describe('a resident', () => {
  test('sees their own case and what hangs on it, and nobody else', async () => {
    const viewer = await resident(here.resident)
    expect(await idsSeen(viewer)).toEqual([here.id])
    for (const table of hangingOnCases) expect(await casesSeenIn(viewer, table), table).toEqual([here.id])
    const [own, sessions] = await as(viewer, async sql => [
      await sql`select id from residents`,
      await sql`select distinct resident_id, staff_id from sessions`,
    ])
    expect(own.map(({ id }) => id)).toEqual([here.resident.residentId])
    expect(sessions).toEqual([{ resident_id: here.resident.residentId, staff_id: null }])
  })

  test("writes nothing into another resident's case", async () => {
    const viewer = await resident(here.resident)
    const refused = as(
      viewer,
      sql => sql`insert into complaints (application_id, resident_id, deadline_id, text)
        select ${elsewhere.id}, ${here.resident.residentId}, ${randomUUID()}::uuid, 'x'`,
    )
    await expect(refused).rejects.toMatchObject({ code: refusedByPolicyOrInvariant })
  })
})

describe('a viewer cannot be widened', () => {
  test('by naming somebody whose session one has not got', async () => {
    for (const said of [
      `session:${here.resident.residentId}`,
      'session:',
      'session:%',
      'service',
      'service:',
      `service:${'0'.repeat(64)}`,
      "' or true --",
      '',
    ]) {
      expect(await idsSeen(said), said).toEqual([])
    }
  })

  test('by reading out of the database what names another person or the service', async () => {
    const { viewer } = await member('officer', [testOffice])
    const digests = await as(viewer, sql => sql`select secret_digest from sessions`)
    expect(digests.map(({ secret_digest: digest }) => viewerOfSession(String(digest)))).toEqual([viewer])
    const functions = await as(viewer, sql => sql`select prosrc from pg_proc where proname like 'viewer%'`)
    expect(functions.length).toBeGreaterThan(5)
    expect(JSON.stringify(functions)).not.toContain(serviceViewerOf(at).split(':')[1])
  })

  it.each([
    'set role registration_owner',
    'set session authorization registration_owner',
    'set row_security = off; select * from applications',
    'alter table applications disable row level security',
    'alter table applications no force row level security',
    'drop policy viewers_see on applications',
    'create policy mine on applications for select using (true)',
    'alter policy viewers_see on applications using (true)',
    "create or replace function viewer_is_service() returns boolean language sql as 'select true'",
    'alter function viewer_is_service() security invoker',
    'alter table applications disable trigger all',
    'set session_replication_role = replica',
    'alter role registration_app bypassrls',
    'grant registration_owner to registration_app',
  ])('by: %s', async attack => {
    const refused = await refusalOf(at.nobody, sql => sql.unsafe(attack))
    expect(refused).not.toBe('nothing')
  })

  test('and the settings of an erasure give the application no way round the invariants', async () => {
    const refused = await refusalOf(at.app, async sql => {
      await sql`select set_config('registration.erasing', 'yes', true)`
      await sql`update applications set erased_at = service_now() where id = ${here.id}`
    })
    expect(refused).not.toBe('nothing')
  })
})
