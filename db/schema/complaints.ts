import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalText, serviceNow } from './columns'
import { deadlines } from './deadlines'
import { residents, staff } from './identity'

/** What a resident has to say against how a case was handled; answered by a supervisor, or else by the county. */
export const complaints = pgTable(
  'complaints',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    /** The clock by which the office must answer. */
    deadlineId: uuid()
      .notNull()
      .references(() => deadlines.id)
      .unique('one_complaint_a_clock'),
    text: personalText().notNull(),
    filedAt: instant().notNull().default(serviceNow),
    /** When the office's time to answer ran out and the complaint went to the county, which answers since. */
    escalatedAt: instant(),
    answeredAt: instant(),
    answeredById: uuid().references(() => staff.id),
    answer: personalText(),
    outcome: text({ enum: ['upheld', 'not-upheld'] }),
  },
  table => [
    uniqueIndex('one_open_complaint_a_case').on(table.applicationId).where(sql`answered_at is null`),
    index('complaints_of_a_case').on(table.applicationId, table.filedAt),
    check(
      'an_answered_complaint_has_its_person_and_outcome',
      sql`num_nulls(${table.answeredAt}, ${table.answeredById}, ${table.answer}, ${table.outcome}) in (0, 4)`,
    ),
    check(
      'a_complaint_has_two_outcomes',
      sql`${table.outcome} is null or ${table.outcome} in ('upheld', 'not-upheld')`,
    ),
    check('a_complaint_is_answered_after_it_is_filed', sql`${table.answeredAt} >= ${table.filedAt}`),
  ],
)
