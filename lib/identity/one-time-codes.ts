import { randomInt, timingSafeEqual } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { oneTimeCodes } from '@/db/schema'
import { type Language, queueNotification } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'

export type CodePurpose = 'sign-in' | 'sign-application' | 'confirm-other-parent'

const resendAfterSeconds = 60
const validForMinutes = 5
const triesACode = 5
const codesAPhoneAnHour = 10
/** login.gov's default: 25 codes an address in 5 minutes. */
const requestsAnAddress = { limit: 25, windowSeconds: 300 }

const templateFor = {
  'sign-in': 'sign-in-code',
  'sign-application': 'sign-application-code',
  'confirm-other-parent': 'confirm-other-parent',
} as const satisfies Record<CodePurpose, string>

/**
 * Sends a code of six digits to a phone, valid for five minutes; a new one replaces the last. Known and
 * unknown phones get the same answer.
 *
 * @param phone as `readPhoneNumber` gives it
 * @param address the client's network address, where the request came over the network
 */
export async function sendOneTimeCode(
  {
    purpose,
    phone,
    language,
    address,
  }: { purpose: CodePurpose; phone: string; language: Language; address?: string },
  { db }: { db: Database },
): Promise<Result<{ resendAfterSeconds: number }, 'too-soon' | 'too-many'>> {
  if (address !== undefined) {
    const allowed = await takeFromLimit(
      { bucket: { kind: 'codes-an-address', value: address }, ...requestsAnAddress },
      { db },
    )
    if (!allowed.ok) return failed('too-many', allowed.details)
  }
  const phoneLookup = personalLookup({ kind: 'phone', value: phone })
  return db.transaction(async transaction => {
    const secondsLeft = await secondsUntilResend(transaction, { purpose, phoneLookup })
    if (secondsLeft > 0) return failed('too-soon', { secondsLeft })
    const allowed = await takeFromLimit(
      { bucket: { kind: 'codes-a-phone', value: phone }, limit: codesAPhoneAnHour, windowSeconds: 3_600 },
      { db: transaction },
    )
    if (!allowed.ok) return failed('too-many', allowed.details)
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
    await keepCode(transaction, { purpose, phoneLookup, code })
    const template = templateFor[purpose]
    await queueNotification(transaction, {
      channel: 'sms',
      recipient: phone,
      template,
      language,
      values: { code },
    })
    return done({ resendAfterSeconds })
  })
}

/** Waits for whoever else asks for the same code, so that two requests at once send one message. */
async function secondsUntilResend(
  transaction: Transaction,
  { purpose, phoneLookup }: { purpose: CodePurpose; phoneLookup: string },
): Promise<number> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${purpose} ${phoneLookup}`}, 0))`,
  )
  const [row] = await transaction
    .select({
      passed: sql<number>`floor(extract(epoch from clock_timestamp() - now() + service_now() - ${oneTimeCodes.sentAt}))::integer`,
    })
    .from(oneTimeCodes)
    .where(and(eq(oneTimeCodes.purpose, purpose), eq(oneTimeCodes.phoneLookup, phoneLookup)))
  // A code "sent in the future" was sent before a demo's clock was set back.
  if (!row || row.passed < 0) return 0
  return Math.max(0, resendAfterSeconds - row.passed)
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

/**
 * Checks a code and counts the try in a statement of its own, so that no failure of what follows gives a try
 * back. A right code is not used up yet: `consumeOneTimeCode` does that within the command that it allows.
 */
export async function checkOneTimeCode(
  { purpose, phone, code }: { purpose: CodePurpose; phone: string; code: string },
  { db }: { db: Database },
): Promise<Result<CheckedCode, 'wrong-code' | 'expired' | 'no-code' | 'used-up'>> {
  const phoneLookup = personalLookup({ kind: 'phone', value: phone })
  const ofPhone = and(eq(oneTimeCodes.purpose, purpose), eq(oneTimeCodes.phoneLookup, phoneLookup))
  const live = and(isNull(oneTimeCodes.usedAt), gt(oneTimeCodes.expiresAt, sql`service_now()`))
  const [tried] = await db
    .update(oneTimeCodes)
    .set({ triesLeft: sql`${oneTimeCodes.triesLeft} - 1` })
    .where(and(ofPhone, live, gt(oneTimeCodes.triesLeft, 0)))
    .returning({ codeDigest: oneTimeCodes.codeDigest, triesLeft: oneTimeCodes.triesLeft })
  if (!tried) {
    const [dead] = await db.select().from(oneTimeCodes).where(ofPhone)
    if (!dead) return failed('no-code')
    return failed(dead.usedAt !== null || dead.triesLeft === 0 ? 'used-up' : 'expired')
  }
  const typed = digestOf({ purpose, phoneLookup, code })
  if (timingSafeEqual(Buffer.from(typed), Buffer.from(tried.codeDigest))) {
    return done({ purpose, phoneLookup, codeDigest: typed })
  }
  return tried.triesLeft > 0 ? failed('wrong-code', { triesLeft: tried.triesLeft }) : failed('used-up')
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
