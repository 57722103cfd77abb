import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { applications, commitmentVersions } from './applications'
import { instant, personalText, serviceNow } from './columns'
import { residents, staff } from './identity'

export const retentionKinds = [
  'draft',
  'ended-application',
  'rejected-application',
  'registered-application',
  'account',
  'notification',
  'verification',
  'session',
  'print-code',
  'status-share',
  'attachment',
  'one-time-code',
  'rate-limit',
] as const

/**
 * How long what is kept, and by which law (个人信息保护法 art. 19, 47); a new row holds from its first day on. What
 * no law asks to be kept is erased earlier when its person asks for it.
 */
export const retentionRules = pgTable(
  'retention_rules',
  {
    kind: text({ enum: retentionKinds }).notNull(),
    fromDate: date({ mode: 'string' }).notNull(),
    keptFor: integer().notNull(),
    unit: text({ enum: ['days', 'months', 'years'] }).notNull(),
    /** Whether a law asks for it; otherwise it is our own rule, which ends when the person asks. */
    askedByLaw: boolean().notNull(),
    law: text().notNull(),
    lawEnglish: text().notNull(),
  },
  table => [
    primaryKey({ columns: [table.kind, table.fromDate] }),
    check('what_is_kept_is_kept_for_a_while', sql`${table.keptFor} between 1 and 3650`),
    check('retention_units', sql`${table.unit} in ('days', 'months', 'years')`),
  ],
)

/**
 * What of a person is erased, table by table: a copy of db/seed/erasure-plan.ts, which the seed writes. The
 * functions that erase read it here, so that nobody but the owner decides what they reach.
 */
export const erasurePlan = pgTable(
  'erasure_plan',
  {
    tableName: text().notNull(),
    /** By which column the rows are found: the case, one of its certificates, or the account. */
    foundBy: text({ enum: ['application_id', 'certificate_id', 'resident_id'] }).notNull(),
    position: integer().notNull(),
    /** These columns are emptied and the row stays; none: the row goes. */
    emptied: text().array().notNull(),
  },
  table => [primaryKey({ columns: [table.tableName, table.foundBy] })],
)

export const dataRequestKinds = ['copy', 'withdraw-consent', 'erase', 'other'] as const

/** What a resident asked for about their own data (个人信息保护法 art. 44–48), by when it is answered, and how. */
export const dataRequests = pgTable(
  'data_requests',
  {
    id: uuid().primaryKey().defaultRandom(),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    kind: text({ enum: dataRequestKinds }).notNull(),
    /** In the resident's own words, where the service cannot answer by itself. */
    text: personalText(),
    askedAt: instant().notNull().default(serviceNow),
    answerBy: instant().notNull(),
    answeredAt: instant(),
    /** Nobody: the service answered by itself, at once. */
    answeredById: uuid().references(() => staff.id),
    answer: personalText(),
    details: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  table => [
    index('data_requests_of_a_resident').on(table.residentId, table.askedAt),
    index('data_requests_to_answer').on(table.answerBy).where(sql`answered_at is null`),
    check('data_request_kinds', sql`${table.kind} in ('copy', 'withdraw-consent', 'erase', 'other')`),
    check('only_own_words_wait_for_a_person', sql`(${table.kind} = 'other') = (${table.text} is not null)`),
    check(
      'a_person_answers_in_words',
      sql`(${table.answeredById} is null) = (${table.answer} is null)
        and (${table.answer} is null or ${table.answeredAt} is not null)`,
    ),
    check(
      'what_needs_no_person_is_answered_at_once',
      sql`${table.kind} = 'other' or ${table.answeredAt} is not null`,
    ),
  ],
)

/** That the separate consent for sensitive data was taken back (art. 15): for which case, to which text, when. */
export const consentWithdrawals = pgTable('consent_withdrawals', {
  applicationId: uuid()
    .primaryKey()
    .references(() => applications.id),
  residentId: uuid()
    .notNull()
    .references(() => residents.id),
  version: text()
    .notNull()
    .references(() => commitmentVersions.version),
  textSha256: text().notNull(),
  withdrawnAt: instant().notNull().default(serviceNow),
})
