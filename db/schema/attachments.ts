import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { applications, correctionNotices } from './applications'
import { instant, personalBytes, serviceNow } from './columns'
import { residents } from './identity'

/** What an applicant shows because a correction notice asked to see it. Never more than its redrawn pages are kept. */
export const attachments = pgTable(
  'attachments',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    noticeId: uuid()
      .notNull()
      .references(() => correctionNotices.id),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    /** The listed field that it is about. */
    field: text().notNull(),
    /** What kind of file it came from; what is kept are pictures. */
    origin: text({ enum: ['jpeg', 'png', 'heic', 'pdf'] }).notNull(),
    pages: integer().notNull(),
    uploadedAt: instant().notNull().default(serviceNow),
  },
  table => [
    index('attachments_of_a_case').on(table.applicationId, table.uploadedAt),
    check('an_attachment_has_a_few_pages', sql`${table.pages} between 1 and 10`),
    check(
      'an_attachment_comes_from_a_picture_or_pdf',
      sql`${table.origin} in ('jpeg', 'png', 'heic', 'pdf')`,
    ),
  ],
)

/** A page of an attachment, drawn anew by the service as a JPEG without metadata, sealed. */
export const attachmentPages = pgTable(
  'attachment_pages',
  {
    attachmentId: uuid()
      .notNull()
      .references(() => attachments.id, { onDelete: 'cascade' }),
    page: integer().notNull(),
    picture: personalBytes().notNull(),
    thumbnail: personalBytes().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
  },
  table => [
    primaryKey({ columns: [table.attachmentId, table.page] }),
    check('pages_are_counted_from_one', sql`${table.page} between 1 and 10`),
  ],
)
