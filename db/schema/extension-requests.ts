import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalText, serviceNow } from './columns'
import { staff } from './identity'

/** An officer asks a supervisor to extend the office's clock; nothing moves until the supervisor grants it. */
export const extensionRequests = pgTable(
  'extension_requests',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    workingDays: integer().notNull(),
    reason: personalText().notNull(),
    requestedById: uuid()
      .notNull()
      .references(() => staff.id),
    requestedAt: instant().notNull().default(serviceNow),
    answeredAt: instant(),
    answeredById: uuid().references(() => staff.id),
    outcome: text({ enum: ['granted', 'declined'] }),
    /** Why it was declined, for the officer. */
    answerNote: personalText(),
  },
  table => [
    uniqueIndex('one_open_extension_request_a_case').on(table.applicationId).where(sql`answered_at is null`),
    check('a_requested_extension_is_a_number_of_working_days', sql`${table.workingDays} between 1 and 250`),
    check(
      'an_answered_request_has_an_outcome',
      sql`num_nulls(${table.answeredAt}, ${table.answeredById}, ${table.outcome}) in (0, 3)`,
    ),
    check(
      'a_declined_request_says_why',
      sql`${table.outcome} <> 'declined' or ${table.answerNote} is not null`,
    ),
  ],
)
