import { is, sql } from 'drizzle-orm'
import {
  type CustomTypeParams,
  type CustomTypeValues,
  customType,
  integer,
  type PgColumn,
  PgCustomColumn,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import {
  erasedText,
  openPersonalBytes,
  openPersonalText,
  sealPersonalBytes,
  sealPersonalText,
} from '../personal-data'

const waysOfSealing = new Set<unknown>()

/** A type of column whose values are sealed, and known as such to whoever seals them anew (db/key-ring). */
function sealedType<Values extends CustomTypeValues>(type: CustomTypeParams<Values>) {
  waysOfSealing.add(type.toDriver)
  return customType<Values>(type)
}

/** Whether the values of a column are sealed. */
export function isSealed(column: PgColumn): boolean {
  // biome-ignore lint/complexity/useLiteralKeys: the library keeps the way into the database private
  return is(column, PgCustomColumn) && waysOfSealing.has(column['mapTo'])
}

/** A text about a person: sealed on its way in, opened on its way out (see db/personal-data.ts). */
export const personalText = sealedType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: sealPersonalText,
  fromDriver: openPersonalText,
})

/** A text that staff type freely and may name a person in: sealed since the chained logs; older rows are not. */
export const personalTextOnceOpen = sealedType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: sealPersonalText,
  fromDriver: stored =>
    stored.startsWith('v1.') || erasedText.test(stored) ? openPersonalText(stored) : stored,
})

/** A structure about a person, sealed whole; an erased one is an empty list. */
export const personalJson = <Shape>() =>
  sealedType<{ data: Shape; driverData: string }>({
    dataType: () => 'text',
    toDriver: value => sealPersonalText(JSON.stringify(value)),
    fromDriver: stored => JSON.parse(erasedText.test(stored) ? '[]' : openPersonalText(stored)) as Shape,
  })

/** A picture of a person's paper: sealed like a text, without its detour through letters. */
export const personalBytes = sealedType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: sealPersonalBytes,
  fromDriver: openPersonalBytes,
})

/** An instant, to the microsecond, with zone. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })

/** The service's own time, never a machine's (DESIGN §4). */
export const serviceNow = sql`service_now()`

/**
 * The links of a log that is chained per application. A trigger fills them in, whatever an insert says: the
 * place in the chain, the hash of the row before, and the hash over both and every other column.
 */
export const chainLinks = () => ({
  chainPosition: integer().notNull().default(0),
  previousHash: text().notNull().default(''),
  hash: text().notNull().default(''),
})
