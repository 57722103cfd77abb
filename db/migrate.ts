import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations as migrateJobs } from 'graphile-worker'
import postgres from 'postgres'
import { grantRights, roleNames } from './roles'
import { secureRows, serviceViewer } from './row-security'

export type RolePasswords = { owner: string; application: string; jobs: string }
export type DatabaseUrls = { appUrl: string; ownerUrl: string; jobsUrl: string }

/** Any number will do as long as every start of the product asks for the same one. */
const migrationLock = 0x6269727468

/**
 * Brings a database up to date: roles, tables, invariants, job queue, rights, row-level security. Safe to run
 * twice and by two at once (the second waits); never goes backwards.
 *
 * @param adminUrl a connection that may create roles; its database is used unless `databaseName` names one to make
 * @param timeTravel whether the application's role may move the service's clock: demo and tests only
 */
export async function migrateDatabase({
  adminUrl,
  databaseName,
  passwords,
  timeTravel,
  log,
}: {
  adminUrl: string
  databaseName?: string
  passwords: RolePasswords
  timeTravel: boolean
  log: (line: string) => void
}): Promise<DatabaseUrls> {
  const database = databaseName ?? databaseOf(adminUrl)
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await admin`select pg_advisory_lock(${migrationLock})`
    await prepareRoles({ admin, database, passwords })
    const urls = urlsOf({ adminUrl, database, passwords })
    await prepareSchema({ adminUrl: urlFor({ adminUrl, database }), database })
    await migrateJobs({ connectionString: urls.jobsUrl, noPreparedStatements: true })
    await prepareEnqueue(urls.jobsUrl)
    await migrateTables({
      ownerUrl: urls.ownerUrl,
      timeTravel,
      viewer: serviceViewer({ applicationPassword: passwords.application }),
    })
    log(`database ${database} is up to date`)
    return urls
  } finally {
    await admin.end()
  }
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres'
}

function urlFor({
  adminUrl,
  database,
  role,
  password,
}: {
  adminUrl: string
  database: string
  role?: string
  password?: string
}): string {
  const url = new URL(adminUrl)
  url.pathname = `/${encodeURIComponent(database)}`
  if (role) url.username = role
  if (password !== undefined) url.password = encodeURIComponent(password)
  return url.href
}

function urlsOf({
  adminUrl,
  database,
  passwords,
}: {
  adminUrl: string
  database: string
  passwords: RolePasswords
}): DatabaseUrls {
  const url = (role: string, password: string) => urlFor({ adminUrl, database, role, password })
  return {
    appUrl: url(roleNames.application, passwords.application),
    ownerUrl: url(roleNames.owner, passwords.owner),
    jobsUrl: url(roleNames.jobs, passwords.jobs),
  }
}

async function prepareRoles({
  admin,
  database,
  passwords,
}: {
  admin: postgres.Sql
  database: string
  passwords: RolePasswords
}): Promise<void> {
  for (const [key, role] of Object.entries(roleNames)) {
    const password = passwords[key as keyof RolePasswords]
    if (!/^[\w-]{16,}$/.test(password))
      throw new Error(`the password of role ${role} must be 16 or more of A–Z a–z 0–9 _ -`)
    const [known] = await admin`select from pg_roles where rolname = ${role}`
    await admin.unsafe(
      `${known ? 'alter' : 'create'} role ${role} login nocreaterole nocreatedb password '${password}'`,
    )
  }
  const [existing] = await admin`select from pg_database where datname = ${database}`
  if (!existing) await admin`create database ${admin(database)}`
}

async function prepareSchema({ adminUrl, database }: { adminUrl: string; database: string }): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe(`
      revoke all on database ${quoted(database)} from public;
      grant connect on database ${quoted(database)} to ${Object.values(roleNames).join(', ')};
      grant create on database ${quoted(database)} to ${roleNames.owner}, ${roleNames.jobs};
      grant all on schema public to ${roleNames.owner};
      alter database ${quoted(database)} set timezone to 'Asia/Shanghai';
    `)
  } finally {
    await admin.end()
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** The application may only add jobs, through this function, in the transaction that causes them. */
async function prepareEnqueue(jobsUrl: string): Promise<void> {
  const jobs = postgres(jobsUrl, { max: 1, onnotice: () => {} })
  try {
    await jobs.unsafe(`
      create schema if not exists jobs;
      create or replace function jobs.enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
      language sql security definer set search_path = graphile_worker, pg_temp
      as $$ select graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, max_attempts => 12) $$;
      create or replace function jobs.enqueue_each(task text, payloads text[]) returns void
      language sql security definer set search_path = graphile_worker, pg_temp
      as $$
        select graphile_worker.add_jobs(array(
          select row(task, payload::json, null, null, 12, null, null, null)::graphile_worker.job_spec
          from unnest(payloads) payload))
      $$;
      revoke all on function jobs.enqueue(text, json, timestamptz, text), jobs.enqueue_each(text, text[]) from public;
      grant usage on schema jobs to ${roleNames.application};
      grant execute on function jobs.enqueue(text, json, timestamptz, text), jobs.enqueue_each(text, text[])
        to ${roleNames.application};
    `)
  } finally {
    await jobs.end()
  }
}

async function migrateTables({
  ownerUrl,
  timeTravel,
  viewer,
}: {
  ownerUrl: string
  timeTravel: boolean
  viewer: string
}): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await migrate(drizzle(owner), {
      migrationsFolder: path.join(process.cwd(), 'db', 'migrations'),
      migrationsSchema: 'migrations',
    })
    await grantRights({ owner, timeTravel })
    await secureRows({ owner, viewer })
  } finally {
    await owner.end()
  }
}
