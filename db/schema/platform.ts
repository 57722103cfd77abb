import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, interval, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** How far the service's time is ahead of the server's: zero, except in tests and the demo (DESIGN §4). */
export const serviceClock = pgTable(
  'service_clock',
  {
    only: boolean().primaryKey().default(true),
    ahead: interval().notNull().default(sql`interval '0'`),
  },
  table => [check('there_is_one_clock', sql`${table.only}`)],
)

/** Counters of requests in a window; the bucket is a digest, never an address. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    bucket: text().primaryKey(),
    windowEndsAt: instant().notNull(),
    hits: integer().notNull(),
  },
  table => [index('rate_limits_to_sweep').on(table.windowEndsAt)],
)
