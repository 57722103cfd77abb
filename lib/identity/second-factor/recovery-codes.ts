import { randomInt } from 'node:crypto'
import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { staffRecoveryCodes } from '@/db/schema'
import type { Queryable, Transaction } from '@/lib/platform/database'
import { foldWidth } from '@/lib/platform/typed-text'

const codesGiven = 10
/** Nothing that is read as something else: no 0 and o, no 1, l and i. */
const characters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten new codes, three groups of four (59 bits each), in the place of all earlier ones. They can be shown only now. */
export async function renewRecoveryCodes(
  transaction: Transaction,
  { staffId }: { staffId: string },
): Promise<string[]> {
  const codes = Array.from({ length: codesGiven }, newCode)
  await transaction.delete(staffRecoveryCodes).where(eq(staffRecoveryCodes.staffId, staffId))
  await transaction
    .insert(staffRecoveryCodes)
    .values(codes.map(code => ({ staffId, codeDigest: digestOf({ staffId, code }) })))
  return codes
}

function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('')
  return Array.from({ length: 3 }, group).join('-')
}

/** Uses a code up, if it is one of this person's that is still good; of two tries at once one succeeds. */
export async function takeRecoveryCode(
  db: Queryable,
  { staffId, typed }: { staffId: string; typed: string },
): Promise<boolean> {
  const code = readRecoveryCode(typed)
  const taken = await db
    .update(staffRecoveryCodes)
    .set({ usedAt: sql`service_now()` })
    .where(
      and(
        eq(staffRecoveryCodes.staffId, staffId),
        eq(staffRecoveryCodes.codeDigest, digestOf({ staffId, code })),
        isNull(staffRecoveryCodes.usedAt),
      ),
    )
    .returning({ usedAt: staffRecoveryCodes.usedAt })
  return taken.length === 1
}

/** As people type it from paper: capitals, spaces, full-width forms, the hyphens left out. */
function readRecoveryCode(typed: string): string {
  const letters = foldWidth(typed.slice(0, 100))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** How many codes are still good. */
export async function recoveryCodesLeft(db: Queryable, { staffId }: { staffId: string }): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(staffRecoveryCodes)
    .where(and(eq(staffRecoveryCodes.staffId, staffId), isNull(staffRecoveryCodes.usedAt)))
  return row?.left ?? 0
}

function digestOf({ staffId, code }: { staffId: string; code: string }): string {
  return personalLookup({ kind: 'recovery-code', value: `${staffId}\0${code}` })
}
