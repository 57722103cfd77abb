import { sql } from 'drizzle-orm'
import {
  bigserial,
  check,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { chainLinks, instant, personalJson, personalText, serviceNow } from './columns'
import { residents, sessions, staff } from './identity'
import { offices } from './offices'

/** What a resident has typed so far: answers by question, each a map of field to typed text. */
export type DraftAnswers = Record<string, Record<string, string>>

export const applicationStatuses = [
  'draft',
  'accepted',
  'correction_requested',
  'registered',
  'rejected',
  'withdrawn',
  'closed',
] as const

/** The table of allowed transitions; lib/applications/transitions.ts is its source, triggers read it. */
export const applicationTransitions = pgTable(
  'application_transitions',
  {
    name: text().notNull(),
    fromStatus: text().notNull(),
    toStatus: text().notNull(),
    actor: text().notNull(),
    needs: jsonb().$type<string[]>().notNull(),
  },
  table => [primaryKey({ columns: [table.name, table.fromStatus] })],
)

export const applications = pgTable(
  'applications',
  {
    id: uuid().primaryKey().defaultRandom(),
    status: text({ enum: applicationStatuses }).notNull().default('draft'),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    draftAnswers: personalJson<DraftAnswers>()(),
    /** The closed or withdrawn application from which this draft was made. */
    madeFrom: uuid(),
    createdAt: instant().notNull().default(serviceNow),
    updatedAt: instant().notNull().default(serviceNow),

    reference: text().unique('one_application_a_reference'),
    officeCode: text().references(() => offices.code),
    appliedBy: text({ enum: ['self', 'proxy'] }),
    proxyRelation: text({ enum: ['relative', 'village-agent', 'hospital-desk'] }),
    /** What a proxy acts on: the applicant's word from their own phone, or a written mandate (民法典 art. 165). */
    mandate: text({ enum: ['own-phone', 'written'] }),
    /** The member of staff who typed it in with the applicant present. */
    assistedById: uuid().references(() => staff.id),
    /** The account of the applicant for whom a proxy applied, once they have shown who they are. */
    principalResidentId: uuid().references(() => residents.id),
    addressBasis: text({ enum: ['household', 'residence'] }),
    address: personalText(),
    stage: text({ enum: ['expecting', 'born'] }),
    childBirthDate: date({ mode: 'string' }),
    birthCertificateNumber: personalText(),
    contactPhone: personalText(),
    contactPhoneLookup: text(),
    acceptedAt: instant(),
    /** 首问负责: the first officer who takes the case stays the contact. */
    firstContactId: uuid().references(() => staff.id),
    claimedById: uuid().references(() => staff.id),
    claimedAt: instant(),
    endedAt: instant(),
    /** When its retention had run out and all that named a person went; nobody finds it any more. */
    erasedAt: instant(),
  },
  table => [
    check(
      'an_application_is_whole_once_accepted',
      sql`${table.status} = 'draft' or ${table.erasedAt} is not null or (${table.reference} is not null and ${table.officeCode} is not null
        and ${table.appliedBy} is not null and ${table.addressBasis} is not null and ${table.stage} is not null
        and ${table.acceptedAt} is not null and ${table.draftAnswers} is null)`,
    ),
    check('a_draft_has_no_reference', sql`${table.status} <> 'draft' or ${table.reference} is null`),
    check(
      'a_proxy_says_what_they_are',
      sql`(${table.appliedBy} = 'proxy') = (${table.proxyRelation} is not null)`,
    ),
    check(
      'only_a_proxy_acts_on_a_mandate',
      sql`${table.appliedBy} = 'proxy' or num_nonnulls(${table.mandate}, ${table.principalResidentId}) = 0`,
    ),
    check(
      'only_a_born_child_has_a_birth_date',
      sql`(${table.stage} = 'born') = (${table.childBirthDate} is not null)`,
    ),
    check(
      'only_an_ended_application_is_erased',
      sql`${table.erasedAt} is null or ${table.erasedAt} >= ${table.endedAt}`,
    ),
    check('a_claim_has_a_time', sql`(${table.claimedById} is null) = (${table.claimedAt} is null)`),
    index('applications_of_a_resident').on(table.residentId, table.createdAt),
    index('applications_on_behalf_of').on(table.principalResidentId),
    index('open_applications_of_an_office')
      .on(table.officeCode, table.acceptedAt, table.id)
      .where(sql`status in ('accepted', 'correction_requested')`),
    index('applications_by_contact_phone').on(table.contactPhoneLookup),
  ],
)

/**
 * A member of staff helps a resident at the counter to apply: for an hour their own session opens the form, and
 * nothing else, as that resident, who let them in with a code on the resident's own phone.
 */
export const assistances = pgTable(
  'assistances',
  {
    id: uuid().primaryKey().defaultRandom(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    /** Goes with the session when that is forgotten; the log keeps that somebody was helped. */
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    startedAt: instant().notNull().default(serviceNow),
    endsAt: instant().notNull(),
    endedAt: instant(),
  },
  table => [
    uniqueIndex('one_running_assistance_a_session').on(table.sessionId).where(sql`ended_at is null`),
    check(
      'an_assistance_lasts_an_hour_at_most',
      sql`${table.endsAt} <= ${table.startedAt} + interval '1 hour'`,
    ),
  ],
)

export const applicationParties = pgTable(
  'application_parties',
  {
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    role: text({ enum: ['applicant', 'other_parent', 'proxy'] }).notNull(),
    name: personalText().notNull(),
    documentKind: text(),
    documentNumber: personalText(),
    documentNumberLookup: text(),
    phone: personalText(),
    /** Kept for an applicant for whom a proxy applied: by it they find the application on their own phone. */
    phoneLookup: text(),
    /**
     * The other parent speaks for themselves: only a confirmed name is printed (DESIGN §6). An applicant for
     * whom a proxy applied confirms the mandate, or says that they gave none.
     */
    confirmedAt: instant(),
    objectedAt: instant(),
    confirmationDigest: text().unique('one_party_a_confirmation_link'),
  },
  table => [
    primaryKey({ columns: [table.applicationId, table.role] }),
    check(
      'a_parent_is_named_with_a_document',
      sql`${table.role} = 'proxy' or (${table.documentKind} is not null and ${table.documentNumber} is not null
        and ${table.documentNumberLookup} is not null)`,
    ),
    check('nobody_confirms_and_objects', sql`${table.confirmedAt} is null or ${table.objectedAt} is null`),
    index('parties_by_document').on(table.documentNumberLookup),
    index('parties_by_phone').on(table.phoneLookup),
  ],
)

/** What happened to a case; append-only and chained per case. */
export const applicationEvents = pgTable(
  'application_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    name: text().notNull(),
    fromStatus: text().notNull(),
    toStatus: text().notNull(),
    at: instant().notNull().default(serviceNow),
    actor: text({
      enum: ['resident', 'officer', 'supervisor', 'county', 'administrator', 'system'],
    }).notNull(),
    residentId: uuid().references(() => residents.id),
    staffId: uuid().references(() => staff.id),
    officeCode: text().references(() => offices.code),
    /** Words for the applicant, where the actor gave any. */
    note: personalText(),
    details: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    transactionId: text().notNull().default(sql`pg_current_xact_id()::text`),
    ...chainLinks(),
  },
  table => [
    check(
      'an_event_names_who_acted',
      sql`(${table.actor} = 'resident') = (${table.residentId} is not null)
        and (${table.actor} in ('resident', 'system')) = (${table.staffId} is null)`,
    ),
    index('events_of_an_application').on(table.applicationId, table.id),
    // For the auditor's room, which reads both logs by time, and what one member of staff did.
    index('events_in_time').on(table.at, table.id),
    index('events_of_a_staff_member').on(table.staffId, table.at, table.id),
    unique('one_event_a_place_in_its_chain').on(table.applicationId, table.chainPosition),
    check('an_event_is_chained', sql`${table.chainPosition} > 0 and length(${table.hash}) = 64`),
  ],
)

export const commitmentVersions = pgTable('commitment_versions', {
  version: text().primaryKey(),
  text: text().notNull(),
  textEnglish: text().notNull(),
  sha256: text().notNull(),
  effectiveFrom: date({ mode: 'string' }).notNull(),
})

export const commitmentWays = ['promise', 'check'] as const

/** The act of signing: which text, whose typed name, when, confirmed by a code on the signer's phone. */
export const commitmentSignatures = pgTable(
  'commitment_signatures',
  {
    applicationId: uuid()
      .primaryKey()
      .references(() => applications.id),
    version: text()
      .notNull()
      .references(() => commitmentVersions.version),
    textSha256: text().notNull(),
    /** Whether the signer promises, or asks the office to check instead (国办发〔2020〕42号); the clock is the same. */
    way: text({ enum: commitmentWays }).notNull().default('promise'),
    typedName: personalText().notNull(),
    signedAt: instant().notNull().default(serviceNow),
    codeConfirmedAt: instant().notNull(),
    /** Separate consent for sensitive personal information (个人信息保护法 art. 29). */
    sensitiveDataConsentAt: instant().notNull(),
  },
  table => [check('a_signer_promises_or_asks_for_a_check', sql`${table.way} in ('promise', 'check')`)],
)

/** A declared fact that the applicant changed when they answered a correction notice. */
export type CorrectedFact = { fact: string; before: string | null; after: string | null }

/** One notice a case, listing everything at once (一次性告知, 行政许可法 art. 32 (4)). */
export const correctionNotices = pgTable(
  'correction_notices',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id)
      .unique('one_correction_notice_a_case'),
    items: personalJson<{ field: string; what: string; document?: string }[]>()().notNull(),
    sentById: uuid()
      .notNull()
      .references(() => staff.id),
    sentAt: instant().notNull().default(serviceNow),
    /** The applicant's words; empty where the corrected facts say it all. */
    answer: personalText(),
    corrections: personalJson<CorrectedFact[]>()(),
    answeredAt: instant(),
  },
  table => [
    check('an_answer_has_a_time', sql`(${table.answer} is null) = (${table.answeredAt} is null)`),
    check('only_an_answer_corrects_facts', sql`${table.corrections} is null or ${table.answer} is not null`),
  ],
)
