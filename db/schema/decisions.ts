import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalText, serviceNow } from './columns'
import { staff } from './identity'
import { offices } from './offices'

/** The published, closed catalogue (DESIGN §5): rows are versioned and retired, never edited or deleted. */
export const rejectionReasons = pgTable(
  'rejection_reasons',
  {
    id: uuid().primaryKey().defaultRandom(),
    code: text().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    titleEnglish: text().notNull(),
    law: text().notNull(),
    lawEnglish: text().notNull(),
    refuses: text().notNull(),
    refusesEnglish: text().notNull(),
    nextStep: text().notNull(),
    nextStepEnglish: text().notNull(),
    /** A reason that holds only after the applicant was told once what is missing. */
    needsCorrectionNotice: boolean().notNull().default(false),
    /** A reason that holds only after the applicant was heard (陈述申辩). */
    needsHearing: boolean().notNull().default(false),
    publishedAt: instant().notNull().default(serviceNow),
    retiredAt: instant(),
  },
  table => [
    unique('one_text_a_version_of_a_reason').on(table.code, table.version),
    uniqueIndex('one_published_version_a_reason').on(table.code).where(sql`retired_at is null`),
  ],
)

/** An officer's proposal to refuse: nothing is refused until a second person confirms it. */
export const rejectionProposals = pgTable(
  'rejection_proposals',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    reasonId: uuid()
      .notNull()
      .references(() => rejectionReasons.id),
    explanation: personalText().notNull(),
    evidence: personalText().notNull(),
    /** What the applicant said when heard, where the reason demands it. */
    hearing: personalText(),
    proposedById: uuid()
      .notNull()
      .references(() => staff.id),
    proposedAt: instant().notNull().default(serviceNow),
    answeredAt: instant(),
    answeredById: uuid().references(() => staff.id),
    outcome: text({ enum: ['confirmed', 'returned', 'overtaken'] }),
    returnNote: personalText(),
  },
  table => [
    uniqueIndex('one_open_proposal_a_case').on(table.applicationId).where(sql`answered_at is null`),
    check('a_second_person_answers_a_proposal', sql`${table.answeredById} <> ${table.proposedById}`),
    check(
      'an_answered_proposal_has_an_outcome',
      sql`(${table.answeredAt} is null) = (${table.outcome} is null)`,
    ),
    check(
      'a_returned_proposal_says_why',
      sql`${table.outcome} <> 'returned' or ${table.returnNote} is not null`,
    ),
  ],
)

/** The one standing decision of a case; a decision set right keeps the one before it. */
export const decisions = pgTable(
  'decisions',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    outcome: text({ enum: ['registered', 'rejected'] }).notNull(),
    basis: text({
      enum: ['decided', 'deemed-by-lapse', 'review-upheld', 'complaint-upheld', 'office-corrected'],
    }).notNull(),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    decidedById: uuid().references(() => staff.id),
    confirmedById: uuid().references(() => staff.id),
    reasonId: uuid().references(() => rejectionReasons.id),
    explanation: personalText(),
    evidence: personalText(),
    remedies: text(),
    decidedAt: instant().notNull().default(serviceNow),
    setAsideAt: instant(),
  },
  table => [
    uniqueIndex('one_standing_decision_a_case').on(table.applicationId).where(sql`set_aside_at is null`),
    check(
      'a_rejection_has_a_published_reason_and_an_explanation',
      sql`${table.outcome} <> 'rejected' or (${table.reasonId} is not null and ${table.explanation} is not null
        and ${table.evidence} is not null)`,
    ),
    check(
      'a_rejection_has_a_second_person',
      sql`${table.outcome} <> 'rejected' or (${table.decidedById} is not null and ${table.confirmedById} is not null
        and ${table.decidedById} <> ${table.confirmedById})`,
    ),
    check(
      'a_rejection_tells_the_remedies',
      sql`${table.outcome} <> 'rejected' or coalesce(length(${table.remedies}), 0) >= 20`,
    ),
    check(
      'only_a_lapse_decides_without_a_person',
      sql`(${table.basis} = 'deemed-by-lapse') = (${table.decidedById} is null)`,
    ),
    check('a_lapse_never_rejects', sql`${table.outcome} = 'registered' or ${table.basis} = 'decided'`),
    index('decisions_of_an_office').on(table.officeCode, table.decidedAt),
  ],
)
