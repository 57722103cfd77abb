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
import { chainLinks, instant, personalText, serviceNow } from './columns'
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

export const accessAlertRules = [
  'many-cases',
  'many-cases-in-a-day',
  'after-hours',
  'revealed-numbers',
  'shared-surname',
] as const

/** Looks at records that an auditor should know of, raised once a member of staff, rule and span of time. */
export const accessAlerts = pgTable(
  'access_alerts',
  {
    id: uuid().primaryKey().defaultRandom(),
    rule: text({ enum: accessAlertRules }).notNull(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    /** The hour, the day or the case that it is about: the same is raised once. */
    span: text().notNull(),
    /** How many looks, and within which time. */
    looks: integer().notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    raisedAt: instant().notNull().default(serviceNow),
    closedAt: instant(),
    closedById: uuid().references(() => staff.id),
    /** What the auditor found; it may name people. */
    note: personalText(),
  },
  table => [
    unique('one_alert_a_rule_person_and_span').on(table.rule, table.staffId, table.span),
    index('access_alerts_in_time').on(table.raisedAt),
    index('open_access_alerts').on(table.raisedAt).where(sql`closed_at is null`),
    check(
      'access_alert_rules',
      sql`${table.rule} in ('many-cases', 'many-cases-in-a-day', 'after-hours', 'revealed-numbers', 'shared-surname')`,
    ),
    check(
      'an_alert_is_closed_by_somebody_with_a_note',
      sql`num_nulls(${table.closedAt}, ${table.closedById}, ${table.note}) in (0, 3)`,
    ),
    check('nobody_closes_an_alert_about_themselves', sql`${table.closedById} <> ${table.staffId}`),
  ],
)

/**
 * An export of the log, which is about people: asked for by one, allowed by another within a time, taken once. Of
 * the file stay its digest and the service's signature.
 */
export const logExports = pgTable(
  'log_exports',
  {
    id: uuid().primaryKey().defaultRandom(),
    format: text({ enum: ['csv', 'xlsx'] }).notNull(),
    filter: jsonb().$type<Record<string, string | null>>().notNull(),
    reason: personalText().notNull(),
    requestedById: uuid()
      .notNull()
      .references(() => staff.id),
    requestedAt: instant().notNull().default(serviceNow),
    expiresAt: instant().notNull(),
    answeredAt: instant(),
    answeredById: uuid().references(() => staff.id),
    outcome: text({ enum: ['allowed', 'declined'] }),
    answerNote: personalText(),
    takenAt: instant(),
    rows: integer(),
    sha256: text(),
    keyId: text(),
    signature: text(),
  },
  table => [
    index('log_exports_in_time').on(table.requestedAt),
    check('log_export_formats', sql`${table.format} in ('csv', 'xlsx')`),
    check(
      'an_answered_export_has_its_person_outcome_and_reason',
      sql`num_nulls(${table.answeredAt}, ${table.answeredById}, ${table.outcome}, ${table.answerNote}) in (0, 4)`,
    ),
    check('four_eyes_allow_an_export', sql`${table.answeredById} <> ${table.requestedById}`),
    check('an_export_is_answered_in_its_time', sql`${table.answeredAt} <= ${table.expiresAt}`),
    check(
      'only_an_allowed_export_is_taken_in_its_time',
      sql`${table.takenAt} is null or (${table.outcome} = 'allowed' and ${table.takenAt} <= ${table.expiresAt})`,
    ),
    check(
      'a_taken_export_is_signed',
      sql`num_nulls(${table.takenAt}, ${table.rows}, ${table.sha256}, ${table.keyId}, ${table.signature}) in (0, 5)`,
    ),
  ],
)
