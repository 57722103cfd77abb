import { type Column, type SQL, sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type { ExtractTablesWithRelations } from 'drizzle-orm/relations'
import postgres from 'postgres'
import { type PersonalDataKeys, setPersonalDataKeys } from '@/db/personal-data'
import { serviceViewerOf, viewerSetting } from '@/db/row-security'
import * as schema from '@/db/schema'
import { confineStatements } from './confined-statements'
import { keepStatementsPrepared } from './prepared-statements'

export type Database = PostgresJsDatabase<typeof schema>
/**
 * Its statements may be sent together (`Promise.all`), which saves round trips, where their order does not
 * matter and each part is one statement or only reads: a part that went on writing while another throws would
 * write outside the transaction.
 */
export type Transaction = PostgresJsTransaction<typeof schema, ExtractTablesWithRelations<typeof schema>>
/** What a function that joins a larger transaction, or reads outside one, asks for. */
export type Queryable = Database | Transaction

export type OpenDatabase = { db: Database; close(): Promise<void> }

type Opening = { url: string; keys: PersonalDataKeys; connections?: number }

/**
 * Opens a pool that acts for the service itself: the worker, the operator's commands, and the doors that check
 * a secret of their own. Row-level security lets it see everything.
 */
export function openDatabase({ url, keys, connections = 10 }: Opening): OpenDatabase {
  const viewer = prepareProcess({ url, keys })
  return opened(keepStatementsPrepared(connect({ url, connections, settings: { [viewerSetting]: viewer } })))
}

/**
 * Opens a pool that acts for whoever a request is from, and sees what row-level security shows them.
 *
 * @param viewer names them (`viewerOfSession`); null: nobody, who sees what is public
 */
export function openConfinedDatabase({
  url,
  keys,
  connections = 10,
  viewer,
}: Opening & { viewer: () => Promise<string | null> }): OpenDatabase {
  prepareProcess({ url, keys })
  return opened(confineStatements(keepStatementsPrepared(connect({ url, connections })), viewer))
}

/** Kept on the global object, since the framework may load this file more than once in a process. */
const holder = globalThis as typeof globalThis & { registrationServiceViewer?: string }

function prepareProcess({ url, keys }: Opening): string {
  setPersonalDataKeys(keys)
  holder.registrationServiceViewer = serviceViewerOf({ appUrl: url })
  return holder.registrationServiceViewer
}

/**
 * The rest of this transaction acts for the service itself: where a rule of ours, checked before, has effects
 * beyond what the person who caused them may see, as when a case goes to another office. Every use says why.
 */
export async function actForTheService(transaction: Transaction): Promise<void> {
  const viewer = holder.registrationServiceViewer
  if (!viewer) throw new Error('no database was opened')
  await transaction.execute(sql`select set_config(${viewerSetting}, ${viewer}, true)`)
}

/**
 * Statements end after five seconds and waits for a lock after three, so that one slow query cannot hold the
 * service.
 */
function connect({
  url,
  connections,
  settings = {},
}: {
  url: string
  connections: number
  settings?: Record<string, string>
}): postgres.Sql {
  return postgres(url, {
    max: connections,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: 'registration',
      statement_timeout: 5_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 10_000,
      ...settings,
    },
  })
}

function opened(client: postgres.Sql): OpenDatabase {
  return {
    db: drizzle(client, { schema, casing: 'snake_case' }),
    close: () => client.end({ timeout: 5 }),
  }
}

/** That a column holds one of these ids: one statement to prepare, however many they are. */
export function isAmong(column: Column, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...ids])}::uuid[])`
}

const presents = new WeakMap<Transaction, Promise<Date>>()

/**
 * The service's time, which code, triggers and jobs share (DESIGN §4): never a machine's own clock. It stands
 * still while a transaction lasts, which therefore asks once.
 */
export function serviceNow(db: Queryable): Promise<Date> {
  if (!(db instanceof PostgresJsTransaction)) return askForPresent(db)
  const known = presents.get(db) ?? askForPresent(db)
  presents.set(db, known)
  return known
}

async function askForPresent(db: Queryable): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select service_now()::text as now`)
  if (!row) throw new Error('service_now() gave no row')
  return new Date(row.now)
}
