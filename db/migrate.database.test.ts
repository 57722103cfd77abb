import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { migrateDatabase } from './migrate'
import { seedReferenceData } from './seed'

const { adminUrl, ownerUrl, appUrl, jobsUrl } = inject('testCluster')
const passwordOf = (url: string) => decodeURIComponent(new URL(url).password)
/** The roles belong to the whole cluster: other tests go on with the same passwords. */
const passwords = {
  owner: passwordOf(ownerUrl),
  application: passwordOf(appUrl),
  jobs: passwordOf(jobsUrl),
}
const made: string[] = []

afterEach(async () => {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  for (const name of made.splice(0)) await admin.unsafe(`drop database if exists ${name} with (force)`)
  await admin.end()
})

function newName(): string {
  const name = `migrated_${randomBytes(6).toString('hex')}`
  made.push(name)
  return name
}

function bringUpToDate(databaseName: string) {
  return migrateDatabase({ adminUrl, databaseName, passwords, timeTravel: true, log: () => {} })
}

async function ask<Row extends postgres.Row>(url: string, query: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.unsafe<Row[]>(query)
  } finally {
    await sql.end()
  }
}

const at = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href

/** Everything that a schema is made of, in a text that two alike schemas share. */
async function shapeOf(url: string): Promise<string> {
  const rows = await ask(
    url,
    `select 'column' as kind, table_name || '.' || column_name || ' ' || data_type as what from information_schema.columns where table_schema = 'public'
     union all select 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
     union all select 'trigger', tgrelid::regclass || ' ' || tgname || ' ' || tgfoid::regproc from pg_trigger where not tgisinternal
     union all select 'right', table_name || ' ' || privilege_type from information_schema.role_table_grants where grantee = 'registration_app' and table_schema = 'public'
     union all select 'migration', hash from migrations.__drizzle_migrations order by 1, 2`,
  )
  return JSON.stringify(rows)
}

describe('migrating', () => {
  it('twice changes nothing the second time', async () => {
    const name = newName()
    const urls = await bringUpToDate(name)
    const before = await shapeOf(urls.ownerUrl)
    await bringUpToDate(name)
    expect(await shapeOf(urls.ownerUrl)).toBe(before)
  })

  it('by three at once makes one of them do it and the others wait', async () => {
    const name = newName()
    const [urls] = await Promise.all([bringUpToDate(name), bringUpToDate(name), bringUpToDate(name)])
    expect(await shapeOf(urls.ownerUrl)).toBe(await shapeOf(ownerUrl))
  })

  it('refuses a password that could break out of its statement', async () => {
    const attempt = migrateDatabase({
      adminUrl,
      databaseName: newName(),
      passwords: { ...passwords, jobs: `x'; drop table staff; --xxxxxxxx` },
      timeTravel: true,
      log: () => {},
    })
    await expect(attempt).rejects.toThrow(/must be 16 or more/)
  })
})

describe('a database of the first three migrations', () => {
  it('is brought up to date without losing a row', async () => {
    const name = newName()
    await withFirstMigrations(name, 3)
    await ask(at(ownerUrl, name), olderRows)
    const before = await rowsOf(at(ownerUrl, name))

    const urls = await bringUpToDate(name)
    await seedReferenceData(urls)

    const after = await rowsOf(urls.ownerUrl)
    expect(after).toEqual(before)
    expect(after.map(({ from, rows }) => [from, rows.length])).toEqual([
      ['applications', 3],
      ['application_events', 2],
      ['decisions', 1],
      ['deadlines', 2],
      ['correction_notices', 1],
      ["offices where code = '420202006'", 1],
    ])
    expect(await shapeOf(urls.ownerUrl)).toBe(await shapeOf(ownerUrl))
  })
})

async function withFirstMigrations(name: string, count: number): Promise<void> {
  await ask(adminUrl, `create database ${name}`)
  await ask(
    at(adminUrl, name),
    `grant create on database ${name} to registration_owner; grant all on schema public to registration_owner`,
  )
  const folder = await mkdtemp(path.join(tmpdir(), 'registration-migrations-'))
  await cp(path.join(import.meta.dirname, 'migrations'), folder, { recursive: true })
  const journalFile = path.join(folder, 'meta', '_journal.json')
  const journal: { entries: unknown[] } = JSON.parse(await readFile(journalFile, 'utf8'))
  await writeFile(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }))
  const owner = postgres(at(ownerUrl, name), { max: 1, onnotice: () => {} })
  await migrate(drizzle(owner), { migrationsFolder: folder, migrationsSchema: 'migrations' })
  await owner.end()
  await rm(folder, { recursive: true })
}

/** The columns that were there from the first, since later ones join them with their defaults. */
async function rowsOf(url: string) {
  const columns = {
    applications: 'id, status, resident_id, draft_answers, reference, office_code, accepted_at, address',
    application_events: 'id, application_id, name, from_status, to_status, at, actor, transaction_id',
    decisions: 'id, application_id, outcome, basis, office_code, decided_by_id, decided_at',
    deadlines: 'id, application_id, kind, state, started_at, due_at, met_at, pauses',
    correction_notices: 'id, application_id, items, sent_by_id, sent_at, answer',
    "offices where code = '420202006'": 'code, name, phone, closes_at',
  }
  return Promise.all(
    Object.entries(columns).map(async ([from, names]) => ({
      from,
      rows: await ask(url, `select ${names} from ${from} order by 1`),
    })),
  )
}

/** As an installation of those days left them: an edited office, a draft, an open and a decided case. */
const olderRows = `
  insert into counties values ('420202', '黄石港区', 'Huangshigang District');
  insert into offices (code, county_code, township_name, name, name_english, address, phone, closes_at)
    values ('420202006', '420202', '黄石港街道', '我们改过的名字', 'x', 'x', '0714-1234567', '17:00');
  insert into application_transitions values ('submit', 'draft', 'accepted', 'resident', '[]'),
    ('register', 'accepted', 'registered', 'officer', '[]');
  insert into staff (sign_in_name, staff_number, name, role, password_hash) values ('a', 'a', 'x', 'officer', '-');
  insert into staff_offices select id, '420202006' from staff;
  insert into residents (phone, phone_lookup) values ('x', 'x');
  insert into applications (resident_id, draft_answers) select id, 'sealed' from residents;
  insert into applications (resident_id) select id from residents;
  insert into applications (resident_id) select id from residents;
  begin;
  with numbered as (select id, row_number() over (order by id) as n from applications where draft_answers is null)
  update applications a set status = 'accepted', reference = 'HS-' || n, office_code = '420202006', address = 'sealed',
    applied_by = 'self', address_basis = 'residence', stage = 'expecting', accepted_at = service_now()
    from numbered where numbered.id = a.id;
  insert into application_events (application_id, name, from_status, to_status, actor)
    select id, 'submit', 'draft', 'accepted', 'system' from applications where reference is not null;
  insert into deadlines (application_id, kind, office_code, law, working_days, started_at, starts_on, due_at, provisional)
    select id, 'office-must-decide', office_code, 'x', 3, accepted_at, '2026-11-24', accepted_at + interval '3 days', false
    from applications where reference is not null;
  insert into correction_notices (application_id, items, sent_by_id)
    select a.id, 'sealed', s.id from applications a, staff s where reference = 'HS-1';
  commit;
  begin;
  insert into decisions (application_id, outcome, basis, office_code, decided_by_id)
    select a.id, 'registered', 'decided', a.office_code, s.id from applications a, staff s where reference = 'HS-2';
  alter table application_events disable trigger user;
  update application_events e set name = 'register', from_status = 'accepted', to_status = 'registered',
    transaction_id = pg_current_xact_id()::text from applications a where a.id = e.application_id and reference = 'HS-2';
  update deadlines d set state = 'met', met_at = service_now()
    from applications a where a.id = d.application_id and reference = 'HS-2';
  update applications set status = 'registered', ended_at = service_now() where reference = 'HS-2';
  set constraints all immediate;
  alter table application_events enable trigger user;
  commit;`
