import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, personalText, serviceNow } from './columns'
import { staff } from './identity'

/** An app that shows codes of six digits (TOTP, RFC 6238): one that counts, and one that is being set up. */
export const staffAuthenticators = pgTable(
  'staff_authenticators',
  {
    id: uuid().primaryKey().defaultRandom(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    /** In base32. */
    secret: personalText().notNull(),
    addedAt: instant().notNull().default(serviceNow),
    /** When the first code of it was shown; until then it counts for nothing. */
    confirmedAt: instant(),
    /** The 30 seconds of the last code that was taken: no code counts twice. */
    lastStep: integer().notNull().default(0),
  },
  table => [
    uniqueIndex('one_authenticator_a_staff_member')
      .on(table.staffId)
      .where(sql`${table.confirmedAt} is not null`),
    uniqueIndex('one_authenticator_being_set_up').on(table.staffId).where(sql`${table.confirmedAt} is null`),
  ],
)

/** A key that never leaves a device of a member of staff (WebAuthn). */
export const staffPasskeys = pgTable(
  'staff_passkeys',
  {
    /** As the device names it, in base64url. */
    credentialId: text().primaryKey(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    /** COSE, in base64url. */
    publicKey: text().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    /** Whether the person's account with the maker of the device keeps a copy. */
    isBackedUp: boolean().notNull(),
    /** As its owner calls it: the computer at the counter. */
    name: personalText().notNull(),
    addedAt: instant().notNull().default(serviceNow),
    lastUsedAt: instant(),
  },
  table => [
    check('a_passkey_counts_up', sql`${table.counter} >= 0`),
    check('a_passkey_has_a_short_id', sql`length(${table.credentialId}) between 16 and 1400`),
    index('passkeys_of_a_staff_member').on(table.staffId),
  ],
)

/** For whoever has lost the other factor: ten codes, each good once, of which only keyed digests are kept. */
export const staffRecoveryCodes = pgTable(
  'staff_recovery_codes',
  {
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    codeDigest: text().notNull(),
    madeAt: instant().notNull().default(serviceNow),
    usedAt: instant(),
  },
  table => [primaryKey({ columns: [table.staffId, table.codeDigest] })],
)
