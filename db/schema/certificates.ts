import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalJson, serviceNow } from './columns'
import { offices } from './offices'

export type CertificateHolder = { name: string; maskedDocumentNumber: string }

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
    registrationBasis: text({
      enum: ['decided', 'deemed-by-lapse', 'review-upheld', 'complaint-upheld', 'office-corrected'],
    }).notNull(),
    issuedOn: date({ mode: 'string' }).notNull(),
    issuedAt: instant().notNull(),
    keyId: text().notNull(),
    token: text().notNull(),
    verificationLink: text().notNull(),
    demonstration: boolean().notNull(),
  },
  table => [
    uniqueIndex('one_valid_certificate_a_case').on(table.applicationId).where(sql`status = 'valid'`),
    unique('one_certificate_a_version').on(table.applicationId, table.version),
    check('certificate_statuses', sql`${table.status} in ('valid', 'revoked', 'superseded')`),
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
  retiredAt: instant(),
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
  },
  table => [index('verifications_of_a_certificate').on(table.certificateId, table.at)],
)
