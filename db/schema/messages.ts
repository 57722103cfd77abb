import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalText, serviceNow } from './columns'
import { residents, staff } from './identity'
import { offices } from './offices'

/** What applicant and office write to each other about a case, in any state of it. */
export const messages = pgTable(
  'messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    sender: text({ enum: ['resident', 'office'] }).notNull(),
    residentId: uuid().references(() => residents.id),
    staffId: uuid().references(() => staff.id),
    /** The office that the sender wrote for, or that was written to; a case may move on later. */
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    text: personalText().notNull(),
    sentAt: instant().notNull().default(serviceNow),
    /** When the other side first opened it. */
    readAt: instant(),
    /** By when the applicant may expect an answer. A soft limit: nothing happens by itself when it passes. */
    answerBy: instant(),
    /** When the office answered what the applicant wrote, or said that it needs no answer. */
    settledAt: instant(),
    settledById: uuid().references(() => staff.id),
  },
  table => [
    index('messages_of_a_case').on(table.applicationId, table.sentAt),
    // The list of an office's messages that wait for an answer, and the flag in its queue.
    index('messages_that_wait_for_an_office')
      .on(table.officeCode, table.answerBy)
      .where(sql`sender = 'resident' and settled_at is null`),
    index('messages_that_wait_of_a_case')
      .on(table.applicationId)
      .where(sql`sender = 'resident' and settled_at is null`),
    check(
      'a_message_names_its_writer',
      sql`(${table.sender} = 'resident') = (${table.residentId} is not null)
        and (${table.sender} = 'office') = (${table.staffId} is not null)`,
    ),
    check(
      'only_the_applicant_is_promised_an_answer',
      sql`(${table.sender} = 'resident') = (${table.answerBy} is not null)`,
    ),
    check(
      'only_the_office_settles_a_message',
      sql`(${table.settledAt} is null) = (${table.settledById} is null) and (${table.settledAt} is null or ${table.sender} = 'resident')`,
    ),
    check('a_message_is_read_after_it_is_sent', sql`${table.readAt} >= ${table.sentAt}`),
  ],
)
