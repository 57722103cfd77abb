import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, serviceNow } from './columns'
import { residents } from './identity'

/** A link by which family follows a case for a while: stage and dates, no names. Only a digest of it is kept. */
export const statusShares = pgTable(
  'status_shares',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    secretDigest: text().notNull().unique('one_share_a_link'),
    createdAt: instant().notNull().default(serviceNow),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    /** How often it was opened, and when last: the resident sees both. */
    views: integer().notNull().default(0),
    lastViewedAt: instant(),
  },
  table => [
    index('status_shares_of_a_case').on(table.applicationId, table.createdAt),
    check('a_share_lasts_a_week_at_most', sql`${table.expiresAt} <= ${table.createdAt} + interval '7 days'`),
    check('a_share_ends_after_it_begins', sql`${table.expiresAt} > ${table.createdAt}`),
  ],
)
