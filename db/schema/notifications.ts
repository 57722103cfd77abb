import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalJson, personalText, serviceNow } from './columns'
import { residents, staff } from './identity'

/**
 * A message to a person, queued in the transaction that causes it; a job carries only the row's id. One that
 * goes out on no other way than the portal has no recipient.
 */
export const notifications = pgTable(
  'notifications',
  {
    id: uuid().primaryKey().defaultRandom(),
    channel: text({ enum: ['sms', 'email', 'portal'] }).notNull(),
    recipient: personalText().notNull(),
    recipientLookup: text().notNull(),
    residentId: uuid().references(() => residents.id),
    staffId: uuid().references(() => staff.id),
    applicationId: uuid().references(() => applications.id),
    template: text().notNull(),
    language: text({ enum: ['zh-CN', 'en'] }).notNull(),
    values: personalJson<Record<string, string>>()().notNull(),
    createdAt: instant().notNull().default(serviceNow),
    sentAt: instant(),
    tries: integer().notNull().default(0),
    failure: text(),
    /** Given up: the number is dead, or every try failed. */
    failedAt: instant(),
    /** The same message on a second way; the resident's list shows it once. */
    copyOf: uuid(),
    /** When the resident saw it in their list. */
    readAt: instant(),
  },
  table => [
    index('notifications_waiting').on(table.createdAt).where(sql`sent_at is null`),
    index('notifications_of_a_resident').on(table.residentId, table.createdAt),
    foreignKey({ columns: [table.copyOf], foreignColumns: [table.id], name: 'a_copy_has_its_original' }),
    check('what_was_given_up_was_not_sent', sql`num_nonnulls(${table.sentAt}, ${table.failedAt}) <= 1`),
    index('notifications_of_an_application').on(table.applicationId),
    index('notifications_to_a_recipient').on(table.recipientLookup, table.createdAt),
    check('a_notification_is_tried_a_bounded_number_of_times', sql`${table.tries} between 0 and 25`),
  ],
)
