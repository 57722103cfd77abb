import { parsePersonalDataKeys, setPersonalDataKeys } from '@/db/personal-data'
import { type Database, type OpenDatabase, openDatabase } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'

export type Service = { db: Database }

/** Kept on the global object, since the framework may load this file more than once in a process. */
const holder = globalThis as typeof globalThis & { registrationDatabase?: OpenDatabase }

let keysAreSet = false

/** What pages and actions pass to the service: one pool a process, opened at first use. */
export function service(): Service {
  const env = environment()
  const keys = parsePersonalDataKeys({ sealing: env.PERSONAL_DATA_KEYS, lookup: env.LOOKUP_KEY })
  holder.registrationDatabase ??= openDatabase({ url: env.DATABASE_APP_URL, keys })
  if (!keysAreSet) setPersonalDataKeys(keys)
  keysAreSet = true
  return { db: holder.registrationDatabase.db }
}
