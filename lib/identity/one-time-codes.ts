import { randomInt, timingSafeEqual } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { oneTimeCodes } from '@/db/schema'
import { type Language, queueNotification } from '@/lib/notifications'
import type { Database, Queryable, Transaction } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'

export type CodePurpose =
  | 'sign-in'
  | 'sign-application'
  | 'confirm-other-parent'
  | 'be-assisted'
  | 'link-openid'
  | 'give-up-phone'
  | 'take-phone'
  | 'confirm-email'

/** Where a code goes: a phone as `readPhoneNumber` gives it, or an e-mail address as `readEmailAddress` does. */
export type CodeRecipient = { phone: string } | { email: string }

const resendAfterSeconds = 60
const validForMinutes = 5
const triesACode = 5
const codesAPhoneAnHour = 10
/** login.gov's default: 25 codes an address in 5 minutes. */
const requestsAnAddress = { limit: 25, windowSeconds: 300 }
/** Whoever has many addresses and asks for codes to many phones; a county sends a few dozen an hour. */
const codesInTotal = { limit: 200, windowSeconds: 600 }

const templateFor = {
  'sign-in': 'sign-in-code',
  'sign-application': 'sign-application-code',
  'confirm-other-parent': 'confirm-other-parent',
  'be-assisted': 'be-assisted-code',
  'link-openid': 'link-openid-code',
  'give-up-phone': 'give-up-phone-code',
  'take-phone': 'take-phone-code',
  'confirm-email': 'confirm-email-code',
} as const satisfies Record<CodePurpose, string>

/**
 * Sends a code of six digits, valid for five minutes; a new one replaces the last. Known and unknown phones get
 * the same answer for the same work.
 *
 * @param address the client's network address, where the request came over the network
 */
export async function sendOneTimeCode(
  {
    purpose,
    language,
    address,
    ...recipient
  }: { purpose: CodePurpose; language: Language; address?: string } & CodeRecipient,
  { db }: { db: Database },
): Promise<Result<{ resendAfterSeconds: number }, 'too-soon' | 'too-many'>> {
  if (address !== undefined) {
    const allowed = await takeFromLimit(
      { bucket: { kind: 'codes-an-address', value: address }, ...requestsAnAddress },
      { db },
    )
    if (!allowed.ok) return failed('too-many', allowed.details)
  }
  const phoneLookup = lookupOf(recipient)
  return db.transaction(async transaction => {
    const secondsLeft = await secondsUntilResend(transaction, { purpose, phoneLookup })
    if (secondsLeft > 0) return failed('too-soon', { secondsLeft })
    const allowed = await takeFromLimits(transaction, { recipient })
    if (!allowed.ok) return failed('too-many', allowed.details)
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
    await keepCode(transaction, { purpose, phoneLookup, code })
    await queueNotification(transaction, {
      ...('phone' in recipient
        ? { channel: 'sms', recipient: recipient.phone }
        : { channel: 'email', recipient: recipient.email }),
      template: templateFor[purpose],
      language,
      values: { code },
    })
    return done({ resendAfterSeconds })
  })
}

function lookupOf(recipient: CodeRecipient): string {
  return 'phone' in recipient
    ? personalLookup({ kind: 'phone', value: recipient.phone })
    : personalLookup({ kind: 'email', value: recipient.email })
}

/** A limit a phone or address, and one over all of them; only what is really sent counts. */
async function takeFromLimits(transaction: Transaction, { recipient }: { recipient: CodeRecipient }) {
  const value = 'phone' in recipient ? recipient.phone : recipient.email
  const ofPhone = await takeFromLimit(
    { bucket: { kind: 'codes-a-phone', value }, limit: codesAPhoneAnHour, windowSeconds: 3_600 },
    { db: transaction },
  )
  if (!ofPhone.ok) return ofPhone
  return takeFromLimit(
    { bucket: { kind: 'codes-in-total', value: 'all' }, ...codesInTotal },
    { db: transaction },
  )
}

/** Waits for whoever else asks for the same code, so that two requests at once send one message. */
async function secondsUntilResend(
  transaction: Transaction,
  { purpose, phoneLookup }: { purpose: CodePurpose; phoneLookup: string },
): Promise<number> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${purpose} ${phoneLookup}`}, 0))`,
  )
  return secondsLeftOf(transaction, { purpose, phoneLookup })
}

async function secondsLeftOf(
  db: Queryable,
  { purpose, phoneLookup }: { purpose: CodePurpose; phoneLookup: string },
): Promise<number> {
  const [row] = await db
    .select({
      passed: sql<number>`floor(extract(epoch from clock_timestamp() - now() + service_now() - ${oneTimeCodes.sentAt}))::integer`,
    })
    .from(oneTimeCodes)
    .where(and(eq(oneTimeCodes.purpose, purpose), eq(oneTimeCodes.phoneLookup, phoneLookup)))
  // A code "sent in the future" was sent before a demo's clock was set back.
  if (!row || row.passed < 0) return 0
  return Math.max(0, resendAfterSeconds - row.passed)
}

/** How long to wait before another code of this purpose may be asked for. */
export async function secondsUntilNextCode(
  { purpose, ...recipient }: { purpose: CodePurpose } & CodeRecipient,
  { db }: { db: Queryable },
): Promise<number> {
  return secondsLeftOf(db, { purpose, phoneLookup: lookupOf(recipient) })
}

async function keepCode(
  transaction: Transaction,
  { purpose, phoneLookup, code }: { purpose: CodePurpose; phoneLookup: string; code: string },
): Promise<void> {
  const fresh = {
    codeDigest: digestOf({ purpose, phoneLookup, code }),
    sentAt: sql`service_now()`,
    expiresAt: sql`service_now() + make_interval(mins => ${validForMinutes})`,
    triesLeft: triesACode,
    usedAt: null,
  }
  await transaction
    .insert(oneTimeCodes)
    .values({ purpose, phoneLookup, ...fresh })
    .onConflictDoUpdate({ target: [oneTimeCodes.purpose, oneTimeCodes.phoneLookup], set: fresh })
}

/** Reads a code as people type or paste it: six digits, spaces and full-width forms allowed. No try is counted for less. */
export function readOneTimeCode(raw: string): Result<string, 'empty-code' | 'not-six-digits'> {
  const text = foldWidth(raw.slice(0, 100)).replace(/[\s-]/g, '')
  if (text === '') return failed('empty-code')
  return /^\d{6}$/.test(text) ? done(text) : failed('not-six-digits')
}

/** Proof that a code was right when it was checked; only `checkOneTimeCode` makes one. */
export type CheckedCode = { purpose: CodePurpose; phoneLookup: string; codeDigest: string }

type TriedCode = { digest: string; triesLeft: number | null; used: boolean; expired: boolean }

/**
 * Checks a code and counts the try in a statement of its own, so that no failure of what follows gives a try
 * back. A right code is not used up yet: `consumeOneTimeCode` does that within the command that it allows.
 * Whether there is a code or none, the same is done: one statement and one comparison.
 */
export async function checkOneTimeCode(
  { purpose, code, ...recipient }: { purpose: CodePurpose; code: string } & CodeRecipient,
  { db }: { db: Queryable },
): Promise<Result<CheckedCode, 'wrong-code' | 'expired' | 'no-code' | 'used-up'>> {
  const phoneLookup = lookupOf(recipient)
  const typed = digestOf({ purpose, phoneLookup, code })
  const tried = await takeTryAtCode(db, { purpose, phoneLookup })
  const isRight = timingSafeEqual(Buffer.from(typed), Buffer.from(tried?.digest ?? noDigest))
  if (!tried) return failed('no-code')
  if (tried.triesLeft === null) return failed(tried.expired && !tried.used ? 'expired' : 'used-up')
  if (isRight) return done({ purpose, phoneLookup, codeDigest: typed })
  return tried.triesLeft > 0 ? failed('wrong-code', { triesLeft: tried.triesLeft }) : failed('used-up')
}

/** As long as a digest, and none. */
const noDigest = '-'.repeat(43)

/** The code that there is, and the tries that it leaves if it was live: a dead one leaves null. */
async function takeTryAtCode(
  db: Queryable,
  { purpose, phoneLookup }: { purpose: CodePurpose; phoneLookup: string },
): Promise<TriedCode | undefined> {
  const [tried] = await db.execute<TriedCode>(sql`
    with tried as (
      update ${oneTimeCodes} set tries_left = tries_left - 1
      where purpose = ${purpose} and phone_lookup = ${phoneLookup}
        and used_at is null and expires_at > service_now() and tries_left > 0
      returning code_digest, tries_left)
    select coalesce((select code_digest from tried), code_digest) as digest,
      (select tries_left from tried) as "triesLeft",
      used_at is not null or tries_left = 0 as used, expires_at <= service_now() as expired
    from ${oneTimeCodes} where purpose = ${purpose} and phone_lookup = ${phoneLookup}`)
  return tried
}

/** Uses a checked code up within the command that it allows; of two at once, one is told `used-up`. */
export async function consumeOneTimeCode(
  transaction: Transaction,
  { purpose, phoneLookup, codeDigest }: CheckedCode,
): Promise<Result<null, 'used-up'>> {
  const used = await transaction
    .update(oneTimeCodes)
    .set({ usedAt: sql`service_now()` })
    .where(
      and(
        eq(oneTimeCodes.purpose, purpose),
        eq(oneTimeCodes.phoneLookup, phoneLookup),
        eq(oneTimeCodes.codeDigest, codeDigest),
        isNull(oneTimeCodes.usedAt),
      ),
    )
    .returning({ usedAt: oneTimeCodes.usedAt })
  return used.length === 1 ? done(null) : failed('used-up')
}

function digestOf({
  purpose,
  phoneLookup,
  code,
}: {
  purpose: CodePurpose
  phoneLookup: string
  code: string
}): string {
  return personalLookup({ kind: 'one-time-code', value: `${purpose}\0${phoneLookup}\0${code}` })
}
