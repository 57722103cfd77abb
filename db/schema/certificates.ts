import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  pgSequence,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalJson, personalText, serviceNow } from './columns'
import { staff } from './identity'
import { offices } from './offices'

const registrationBases = [
  'decided',
  'deemed-by-lapse',
  'review-upheld',
  'complaint-upheld',
  'office-corrected',
] as const

export type CertificateHolder = { name: string; maskedDocumentNumber: string }

/** Places in the published list of states; each certificate has its own from issue on. */
export const certificateStatusIndexes = pgSequence('certificate_status_indexes', {
  startWith: 0,
  minValue: 0,
  maxValue: 2_147_483_647,
})

/** Issuing freezes what a certificate says; later changes of names, offices or staff never reach it. */
export const certificates = pgTable(
  'certificates',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    number: text().notNull().unique('one_certificate_a_number'),
    identifier: text().notNull().unique('one_certificate_an_identifier'),
    checkCode: text().notNull(),
    version: integer().notNull().default(1),
    status: text({ enum: ['valid', 'revoked', 'superseded'] })
      .notNull()
      .default('valid'),
    statusSince: instant().notNull().default(serviceNow),
    title: text().notNull(),
    titleEnglish: text().notNull(),
    holders: personalJson<CertificateHolder[]>()().notNull(),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    officeName: text().notNull(),
    countyName: text().notNull(),
    /** The deciding officer's number; none where the office let the time run out. */
    decidedByNumber: text(),
    registrationBasis: text({ enum: registrationBases }).notNull(),
    issuedOn: date({ mode: 'string' }).notNull(),
    issuedAt: instant().notNull(),
    keyId: text().notNull(),
    token: text().notNull(),
    verificationLink: text().notNull(),
    demonstration: boolean().notNull(),
    /** Its place in the published list of states. */
    statusIndex: integer()
      .notNull()
      .default(sql`nextval('certificate_status_indexes')`)
      .unique('one_place_in_the_status_lists'),
  },
  table => [
    uniqueIndex('one_valid_certificate_a_case').on(table.applicationId).where(sql`status = 'valid'`),
    unique('one_certificate_a_version').on(table.applicationId, table.version),
    check('certificate_statuses', sql`${table.status} in ('valid', 'revoked', 'superseded')`),
  ],
)

/** A certificate that could not be issued, because no font of ours draws a character of a name. */
export const waitingCertificates = pgTable(
  'waiting_certificates',
  {
    applicationId: uuid()
      .primaryKey()
      .references(() => applications.id, { onDelete: 'cascade' }),
    /** By which the administrator names the case to others; the administrator sees no cases. */
    reference: text().notNull(),
    /** Code points, as U+30001: all that whoever provides fonts needs to know of a name. */
    characters: text().array().notNull(),
    registrationBasis: text({ enum: registrationBases }).notNull(),
    decidedByNumber: text(),
    since: instant().notNull().default(serviceNow),
    issuedAt: instant(),
  },
  table => [
    index('certificates_still_waiting').on(table.since).where(sql`issued_at is null`),
    check('a_waiting_certificate_lacks_a_character', sql`cardinality(${table.characters}) > 0`),
  ],
)

/** The running number of certificates of an office on a day. */
export const certificateSerials = pgTable(
  'certificate_serials',
  {
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    issuedOn: date({ mode: 'string' }).notNull(),
    last: integer().notNull(),
  },
  table => [unique('one_serial_an_office_and_day').on(table.officeCode, table.issuedOn)],
)

/** Public keys that ever signed a certificate; the published set is made of these rows. */
export const signingKeys = pgTable('signing_keys', {
  keyId: text().primaryKey(),
  publicKey: text().notNull(),
  addedAt: instant().notNull().default(serviceNow),
  /** It signs nothing any more; what it signed before stays good. */
  retiredAt: instant(),
  /** It got into other hands: nothing that it signed from this moment on is believed. */
  withdrawnFrom: instant(),
})

/** That a certificate was checked, and by which door; no address is kept. */
export const verifications = pgTable(
  'verifications',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    certificateId: uuid()
      .notNull()
      .references(() => certificates.id),
    at: instant().notNull().default(serviceNow),
    channel: text({ enum: ['page', 'api', 'number'] }).notNull(),
    /** What for, in the verifier's own words, where one gave them. */
    purpose: text(),
  },
  table => [index('verifications_of_a_certificate').on(table.certificateId, table.at)],
)

/** The printed file of a certificate, kept from its first printing on, so that it never changes by a byte. */
export const certificatePapers = pgTable('certificate_papers', {
  certificateId: uuid()
    .primaryKey()
    .references(() => certificates.id),
  /** The PDF in base64, sealed, since it carries names. */
  pdf: personalText().notNull(),
  sha256: text().notNull(),
  madeAt: instant().notNull().default(serviceNow),
})

/** A certificate is revoked only after its holder was heard: told why, with time to answer (行政许可法 art. 36). */
export const revocationHearings = pgTable(
  'revocation_hearings',
  {
    id: uuid().primaryKey().defaultRandom(),
    certificateId: uuid()
      .notNull()
      .references(() => certificates.id),
    reason: personalText().notNull(),
    openedById: uuid()
      .notNull()
      .references(() => staff.id),
    openedAt: instant().notNull().default(serviceNow),
    answerUntil: instant().notNull(),
    answer: personalText(),
    answeredAt: instant(),
    outcome: text({ enum: ['revoked', 'dropped'] }),
    decidedById: uuid().references(() => staff.id),
    decidedAt: instant(),
    note: personalText(),
  },
  table => [
    uniqueIndex('one_open_hearing_a_certificate').on(table.certificateId).where(sql`decided_at is null`),
    check('time_to_answer_is_given', sql`${table.answerUntil} > ${table.openedAt}`),
    check('an_answer_has_its_time', sql`num_nulls(${table.answer}, ${table.answeredAt}) in (0, 2)`),
    check(
      'a_hearing_ends_with_an_outcome',
      sql`num_nulls(${table.outcome}, ${table.decidedById}, ${table.decidedAt}) in (0, 3)`,
    ),
    check(
      'nobody_is_revoked_unheard',
      sql`${table.outcome} <> 'revoked' or ${table.answeredAt} is not null or ${table.decidedAt} > ${table.answerUntil}`,
    ),
  ],
)

/** Why an officer prints for a holder; the holder reads it. */
export const assistedPrintReasons = ['no-phone', 'no-printer', 'paper-lost', 'needed-at-once'] as const

/** That a member of staff, of whatever office, printed a certificate for a holder who stood before them (异地打印). */
export const assistedPrints = pgTable(
  'assisted_prints',
  {
    id: uuid().primaryKey().defaultRandom(),
    certificateId: uuid()
      .notNull()
      .references(() => certificates.id),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    reason: text({ enum: assistedPrintReasons }).notNull(),
    at: instant().notNull().default(serviceNow),
  },
  table => [
    index('assisted_prints_of_a_certificate').on(table.certificateId, table.at),
    check(
      'assisted_print_reasons',
      sql`${table.reason} in ('no-phone', 'no-printer', 'paper-lost', 'needed-at-once')`,
    ),
  ],
)

/** A one-time code to print one certificate at a shop, a kiosk or another office, without signing in. */
export const printCodes = pgTable(
  'print_codes',
  {
    id: uuid().primaryKey().defaultRandom(),
    certificateId: uuid()
      .notNull()
      .references(() => certificates.id),
    /** Keyed digest of the code and the word beside it. */
    digest: text().notNull().unique('one_print_code_a_digest'),
    madeAt: instant().notNull().default(serviceNow),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  table => [
    index('print_codes_of_a_certificate').on(table.certificateId, table.madeAt),
    check(
      'a_print_code_lasts_ten_minutes',
      sql`${table.expiresAt} <= ${table.madeAt} + interval '10 minutes'`,
    ),
  ],
)
