import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { chainLinks, instant, serviceNow } from './columns'
import { residents, staff } from './identity'

/**
 * Who looked at or did what; append-only, chained per application (rows without one share a chain). The
 * resident sees the rows about their own cases.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: instant().notNull().default(serviceNow),
    action: text().notNull(),
    applicationId: uuid().references(() => applications.id),
    residentId: uuid().references(() => residents.id),
    staffId: uuid().references(() => staff.id),
    officeCode: text(),
    purpose: text(),
    details: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    ...chainLinks(),
  },
  table => [
    index('audit_events_of_an_application').on(table.applicationId, table.id),
    index('audit_events_of_a_staff_member').on(table.staffId, table.id),
    // For the auditor's room, which reads both logs by time.
    index('audit_events_in_time').on(table.at, table.id),
    check(
      'an_audit_event_names_one_actor_at_most',
      sql`num_nonnulls(${table.residentId}, ${table.staffId}) <= 1`,
    ),
    unique('one_audit_event_a_place_in_its_chain')
      .on(table.applicationId, table.chainPosition)
      .nullsNotDistinct(),
    check('an_audit_event_is_chained', sql`${table.chainPosition} > 0 and length(${table.hash}) = 64`),
  ],
)

/**
 * Every hour, signed: where each chain that grew since the last checkpoint had come to. A log whose end was
 * cut off, or that was rewritten from some row on, no longer fits.
 */
export const auditCheckpoints = pgTable(
  'audit_checkpoints',
  {
    number: integer().primaryKey(),
    at: instant().notNull().default(serviceNow),
    /** How many heads this checkpoint keeps, and the SHA-256 of their list. */
    headCount: integer().notNull(),
    headsSha256: text().notNull(),
    /** The newest rows of both logs when it was made: where the next one begins to look. */
    lastAuditEventId: bigint({ mode: 'number' }).notNull(),
    lastApplicationEventId: bigint({ mode: 'number' }).notNull(),
    previousSha256: text().notNull(),
    sha256: text().notNull().unique('one_checkpoint_a_digest'),
    keyId: text().notNull(),
    signature: text().notNull(),
  },
  table => [check('checkpoints_are_numbered', sql`${table.number} > 0`)],
)

export const auditCheckpointHeads = pgTable(
  'audit_checkpoint_heads',
  {
    checkpointNumber: integer()
      .notNull()
      .references(() => auditCheckpoints.number),
    log: text({ enum: ['audit_events', 'application_events'] }).notNull(),
    /** None: the chain of the audit events that belong to no application. */
    applicationId: uuid(),
    chainPosition: integer().notNull(),
    hash: text().notNull(),
  },
  table => [
    unique('one_head_a_chain_and_checkpoint')
      .on(table.log, table.applicationId, table.checkpointNumber)
      .nullsNotDistinct(),
  ],
)
