import { cookies, headers } from 'next/headers'
import { parsePersonalDataKeys, setPersonalDataKeys } from '@/db/personal-data'
import { viewerOfSession } from '@/db/row-security'
import { type Database, type OpenDatabase, openConfinedDatabase, openDatabase } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { secretDigest } from '@/lib/platform/secret-digest'
import { openSessionSecret, sessionCookieName } from './_session/cookie'

export type Service = { db: Database }

/** Kept on the global object, since the framework may load this file more than once in a process. */
const holder = globalThis as typeof globalThis & {
  registrationDatabase?: OpenDatabase
  registrationDatabaseOfViewers?: OpenDatabase
}

let opening: Parameters<typeof openDatabase>[0] | null = null

/** What pages and actions pass to the service: one pool a process, opened at first use. It sees all rows. */
export function service(): Service {
  const prepared = prepare()
  holder.registrationDatabase ??= openDatabase(prepared)
  return { db: holder.registrationDatabase.db }
}

/**
 * The service on behalf of whoever sends the request: row-level security shows each statement their own rows
 * and no others, whatever the code asks for. For every room in which somebody has signed in and looks at cases.
 */
export function serviceForViewer(): Service {
  const prepared = prepare()
  holder.registrationDatabaseOfViewers ??= openConfinedDatabase({ ...prepared, viewer: viewerOfRequest })
  return { db: holder.registrationDatabaseOfViewers.db }
}

/** Read once; and each copy of this file that the framework loads has keys of its own to set, whoever opened the pool. */
function prepare() {
  if (opening) return opening
  const { DATABASE_APP_URL: url, PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
  const keys = parsePersonalDataKeys({ sealing: PERSONAL_DATA_KEYS, lookup: LOOKUP_KEY })
  setPersonalDataKeys(keys)
  opening = { url, keys, connections: 8 }
  return opening
}

/** What the cookies of a request opened to: unsealing one costs more than most statements. */
const opened = new WeakMap<object, Map<string, Promise<string | null>>>()

/** Who sends this request, by the session that its cookie names; null: nobody, or a cookie that is not ours. */
async function viewerOfRequest(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookieName())
  if (!cookie) return null
  const request = await headers()
  const ofRequest = opened.get(request) ?? new Map<string, Promise<string | null>>()
  opened.set(request, ofRequest)
  const secret = ofRequest.get(cookie.value) ?? openSessionSecret(cookie.value)
  ofRequest.set(cookie.value, secret)
  const known = await secret
  return known === null ? null : viewerOfSession(secretDigest(known))
}
