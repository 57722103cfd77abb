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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalTextOnceOpen, serviceNow } from './columns'
import { staff } from './identity'
import { offices } from './offices'

/** Days that differ from the week: holidays and make-up working days of the State Council's notices. */
export const calendarDays = pgTable(
  'calendar_days',
  {
    date: date({ mode: 'string' }).primaryKey(),
    kind: text({ enum: ['holiday', 'make-up-working-day'] }).notNull(),
    name: text().notNull(),
  },
  table => [check('calendar_day_kinds', sql`${table.kind} in ('holiday', 'make-up-working-day')`)],
)

export const calendarYears = pgTable('calendar_years', {
  year: integer().primaryKey(),
  sourceLink: text().notNull(),
  publishedAt: instant().notNull().default(serviceNow),
})

/** Each limit with its law; a new row holds for clocks that start on or after its first day. */
export const timeLimits = pgTable(
  'time_limits',
  {
    kind: text({
      enum: [
        'office-must-decide',
        'statutory-decision',
        'correction-notice',
        'applicant-must-answer',
        'extension',
        'complaint-answer',
        'hearing-answer',
        'message-answer',
        'data-request-answer',
      ],
    }).notNull(),
    fromDate: date({ mode: 'string' }).notNull(),
    workingDays: integer().notNull(),
    law: text().notNull(),
    lawEnglish: text().notNull(),
  },
  table => [
    primaryKey({ columns: [table.kind, table.fromDate] }),
    check('a_limit_is_a_number_of_working_days', sql`${table.workingDays} between 1 and 250`),
  ],
)

/** The two clocks of a case, of which one runs while it is open; a complaint's runs beside them and stops neither. */
export const deadlineKinds = ['office-must-decide', 'applicant-must-answer', 'complaint-answer'] as const

export type DeadlinePause = { from: string; to: string | null; reason: string }

/** A deadline is a row, named by who must act; the table is the truth, a queued job only a wake-up. */
export const deadlines = pgTable(
  'deadlines',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    kind: text({ enum: deadlineKinds }).notNull(),
    state: text({ enum: ['running', 'paused', 'met', 'lapsed', 'cancelled'] })
      .notNull()
      .default('running'),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    law: text().notNull(),
    workingDays: integer().notNull(),
    startedAt: instant().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    dueAt: instant().notNull(),
    statutoryDueAt: instant(),
    provisional: boolean().notNull(),
    pauses: jsonb().$type<DeadlinePause[]>().notNull().default([]),
    /** What was left when the clock was stopped; only while it stands still. */
    pausedWorkingDaysLeft: integer(),
    pausedMinutesLeft: integer(),
    pausedStatutoryWorkingDaysLeft: integer(),
    extensionWorkingDays: integer(),
    extensionReason: personalTextOnceOpen(),
    extendedById: uuid().references(() => staff.id),
    extendedAt: instant(),
    /** The earlier date, where a new calendar moved it. */
    movedFrom: instant(),
    metAt: instant(),
    lapsedAt: instant(),
    remindedAmberAt: instant(),
    remindedRedAt: instant(),
    remindedCountyAt: instant(),
  },
  table => [
    uniqueIndex('one_running_clock_a_case')
      .on(table.applicationId)
      .where(sql`state = 'running' and kind <> 'complaint-answer'`),
    uniqueIndex('one_clock_of_a_kind_a_case')
      .on(table.applicationId, table.kind)
      .where(sql`kind <> 'complaint-answer'`),
    // Complaints may follow each other, one at a time.
    uniqueIndex('one_running_complaint_clock_a_case')
      .on(table.applicationId)
      .where(sql`state = 'running' and kind = 'complaint-answer'`),
    index('deadlines_of_a_case').on(table.applicationId),
    index('deadlines_that_fall_due').on(table.dueAt).where(sql`state = 'running'`),
    index('running_deadlines_of_an_office')
      .on(table.officeCode, table.dueAt, table.id)
      .where(sql`state = 'running'`),
    index('lapses_of_an_office').on(table.officeCode, table.lapsedAt).where(sql`state = 'lapsed'`),
    index('lapses_to_tell_the_county')
      .on(table.lapsedAt)
      .where(sql`state = 'lapsed' and kind = 'office-must-decide' and reminded_county_at is null`),
    check('a_deadline_ends_after_it_starts', sql`${table.dueAt} > ${table.startedAt}`),
    check('a_met_deadline_has_its_time', sql`(${table.state} = 'met') = (${table.metAt} is not null)`),
    check(
      'a_lapsed_deadline_has_its_time',
      sql`(${table.state} = 'lapsed') = (${table.lapsedAt} is not null)`,
    ),
    check(
      'nothing_lapses_before_it_is_due',
      sql`${table.lapsedAt} is null or ${table.lapsedAt} >= ${table.dueAt}`,
    ),
    check(
      'nothing_is_met_after_it_is_due',
      // To the millisecond, which is what the commands compare.
      sql`${table.metAt} is null or ${table.metAt} < ${table.dueAt} + interval '1 millisecond'`,
    ),
    check(
      'an_extension_names_who_granted_it',
      sql`(${table.extensionWorkingDays} is null) = (${table.extendedById} is null)`,
    ),
    check(
      'an_extension_stays_within_the_statutory_limit',
      sql`${table.extensionWorkingDays} is null or ${table.dueAt} <= ${table.statutoryDueAt}`,
    ),
    check(
      'an_extension_has_a_reason',
      sql`(${table.extensionWorkingDays} is null) = (${table.extensionReason} is null)`,
    ),
    check(
      'only_a_paused_clock_keeps_a_rest',
      sql`(${table.state} = 'paused') = (num_nulls(${table.pausedWorkingDaysLeft}, ${table.pausedMinutesLeft}) = 0)`,
    ),
  ],
)
