import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, personalText, serviceNow } from './columns'
import { offices } from './offices'

export const residents = pgTable(
  'residents',
  {
    id: uuid().primaryKey().defaultRandom(),
    phone: personalText().notNull(),
    phoneLookup: text().notNull().unique('one_resident_a_phone'),
    /** Of messages; the pages speak the language that their reader's browser chose. */
    language: text().notNull().default('zh-CN'),
    /** Only an address whose owner answered from it. */
    email: personalText(),
    emailConfirmedAt: instant(),
    /** What comes as a text message; what the law wants told always does (lib/notifications/templates.ts). */
    smsFor: text({ enum: ['everything', 'needed'] })
      .notNull()
      .default('everything'),
    emailFor: text({ enum: ['everything', 'nothing'] })
      .notNull()
      .default('nothing'),
    /** Nobody signs in while the old and the new number both claim the account. */
    frozenAt: instant(),
    createdAt: instant().notNull().default(serviceNow),
    /** When all that names the person went; what they did keeps its place in the logs. */
    erasedAt: instant(),
  },
  table => [
    check('an_email_is_confirmed', sql`(${table.email} is null) = (${table.emailConfirmedAt} is null)`),
    check('messages_by_email_need_one', sql`${table.emailFor} = 'nothing' or ${table.email} is not null`),
  ],
)

/** Whom a resident is to an OpenID Connect provider; the provider's name for them only as a keyed digest. */
export const openidLinks = pgTable(
  'openid_links',
  {
    issuer: text().notNull(),
    subjectLookup: text().notNull(),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    linkedAt: instant().notNull().default(serviceNow),
  },
  table => [
    primaryKey({ columns: [table.issuer, table.subjectLookup] }),
    unique('one_link_a_resident_and_provider').on(table.residentId, table.issuer),
  ],
)

export const staff = pgTable(
  'staff',
  {
    id: uuid().primaryKey().defaultRandom(),
    signInName: text().notNull().unique('one_staff_member_a_sign_in_name'),
    staffNumber: text().notNull().unique('one_staff_member_a_number'),
    name: personalText().notNull(),
    /** Blind index of the own ID number: whoever is a party to a case cannot open or decide it. */
    idNumberLookup: text(),
    role: text({ enum: ['officer', 'supervisor', 'county', 'administrator', 'auditor'] }).notNull(),
    /** Where reminders go. */
    email: personalText(),
    passwordHash: text().notNull(),
    /** Until when a password that an administrator handed over opens the account; null once it is the person's own. */
    initialPasswordUntil: instant(),
    failedSignIns: integer().notNull().default(0),
    pausedUntil: instant(),
    active: boolean().notNull().default(true),
    createdAt: instant().notNull().default(serviceNow),
  },
  table => [
    check(
      'staff_roles',
      sql`${table.role} in ('officer', 'supervisor', 'county', 'administrator', 'auditor')`,
    ),
  ],
)

export const staffOffices = pgTable(
  'staff_offices',
  {
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
  },
  table => [
    primaryKey({ columns: [table.staffId, table.officeCode] }),
    index('staff_of_an_office').on(table.officeCode),
  ],
)

/** A session is a row, so that it can be ended; the cookie carries only a random id, kept here as its digest. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    secretDigest: text().notNull().unique('one_session_a_secret'),
    residentId: uuid().references(() => residents.id),
    staffId: uuid().references(() => staff.id),
    createdAt: instant().notNull().default(serviceNow),
    lastSeenAt: instant().notNull().default(serviceNow),
    endedAt: instant(),
    endedReason: text({
      enum: [
        'signed-out',
        'ended-elsewhere',
        'deactivated',
        'phone-changed',
        'frozen',
        'second-factor-shown',
        'role-changed',
        'password-changed',
        'factor-reset',
      ],
    }),
    /** How a resident came in: who came by OpenID Connect need not have their phone at hand. */
    residentCameBy: text({ enum: ['phone', 'openid'] }),
    /** When its member of staff last showed a second factor; without one it leads to that step and nowhere else. */
    secondFactorAt: instant(),
    /** What a passkey must sign next; good once. */
    passkeyChallenge: text(),
    passkeyChallengeAt: instant(),
  },
  table => [
    check('a_session_belongs_to_one_person', sql`num_nonnulls(${table.residentId}, ${table.staffId}) = 1`),
    check(
      'only_staff_show_a_second_factor',
      sql`${table.secondFactorAt} is null or ${table.staffId} is not null`,
    ),
    check(
      'a_passkey_challenge_has_a_time',
      sql`(${table.passkeyChallenge} is null) = (${table.passkeyChallengeAt} is null)`,
    ),
    check('an_ended_session_says_why', sql`(${table.endedAt} is null) = (${table.endedReason} is null)`),
    index('sessions_of_a_resident').on(table.residentId),
    index('sessions_of_a_staff_member').on(table.staffId),
  ],
)

/** One live code for a purpose and phone; asking again replaces it. */
export const oneTimeCodes = pgTable(
  'one_time_codes',
  {
    purpose: text({
      enum: [
        'sign-in',
        'sign-application',
        'confirm-other-parent',
        'be-assisted',
        'link-openid',
        'give-up-phone',
        'take-phone',
        'confirm-email',
      ],
    }).notNull(),
    /** Of the phone, or of the e-mail address that is to be confirmed. */
    phoneLookup: text().notNull(),
    codeDigest: text().notNull(),
    sentAt: instant().notNull().default(serviceNow),
    expiresAt: instant().notNull(),
    triesLeft: integer().notNull(),
    usedAt: instant(),
  },
  table => [
    primaryKey({ columns: [table.purpose, table.phoneLookup] }),
    check('a_code_has_five_tries_at_most', sql`${table.triesLeft} between 0 and 5`),
  ],
)
