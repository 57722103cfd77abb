import { type Column, type SQL, sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type { ExtractTablesWithRelations } from 'drizzle-orm/relations'
import postgres from 'postgres'
import { type PersonalDataKeys, setPersonalDataKeys } from '@/db/personal-data'
import * as schema from '@/db/schema'
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

/**
 * Opens the pool of one process. Statements end after five seconds and waits for a lock after three, so that
 * one slow query cannot hold the service.
 */
export function openDatabase({
  url,
  keys,
  connections = 10,
}: {
  url: string
  keys: PersonalDataKeys
  connections?: number
}): OpenDatabase {
  setPersonalDataKeys(keys)
  const client = postgres(url, {
    max: connections,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: 'registration',
      statement_timeout: 5_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  })
  const db = drizzle(keepStatementsPrepared(client), { schema, casing: 'snake_case' })
  return { db, close: () => client.end({ timeout: 5 }) }
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
