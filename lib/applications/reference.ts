import { sql } from 'drizzle-orm'
import { type CivilDate, civilDateIn, isCivilDate } from '@/lib/platform/civil-date'
import { serviceNow, type Transaction } from '@/lib/platform/database'
import { endsWithItsCheckCharacter, iso7064CheckCharacter } from '@/lib/platform/iso7064'
import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'

/** Longer than any reference with all its spaces; what is longer was not typed from a receipt. */
const LONGEST_TYPED = 100
const system = 'MOD 11,10'

/**
 * The reference of an application as people read it: HS-2611-24-0017-4. Place, day of acceptance, running
 * number, and a check digit (ISO 7064 MOD 11,10) that notices one wrong or two swapped digits.
 *
 * @throws RangeError where a part does not fit
 */
export function referenceOf({ acceptedOn, sequence }: { acceptedOn: CivilDate; sequence: number }): string {
  if (!isCivilDate(acceptedOn)) throw new RangeError('a day of acceptance is a civil date')
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 99_999)
    throw new RangeError('references are numbered from 1 to 99999')
  const digits = acceptedOn.slice(2).replaceAll('-', '') + String(sequence).padStart(4, '0')
  return inGroups(digits + iso7064CheckCharacter({ text: digits, system }))
}

/**
 * Reads a reference as typed: full-width and small letters, any dash or none, spaces, a left-out HS, and the
 * letters that are mistaken for 0 and 1.
 */
export function readReference(raw: string): Result<string, 'unreadable'> {
  if (raw.length > LONGEST_TYPED) return failed('unreadable')
  const digits = foldWidth(raw)
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212\u30FC\u200B]/gu, '')
    .replace(/^HS/, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^\d{11,12}$/.test(digits) || !endsWithItsCheckCharacter({ text: digits, system })) {
    return failed('unreadable')
  }
  const day = `20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`
  return isCivilDate(day) ? done(inGroups(digits)) : failed('unreadable')
}

/** The next reference of the day, from the database's own counter, so that no two are alike. */
export async function newReference(transaction: Transaction): Promise<string> {
  const [row] = await transaction.execute<{ sequence: number }>(
    sql`select nextval('application_references')::integer as sequence`,
  )
  if (!row) throw new Error('the counter of references gave no row')
  const acceptedOn = civilDateIn({ instant: await serviceNow(transaction) })
  return referenceOf({ acceptedOn, sequence: row.sequence })
}

function inGroups(digits: string): string {
  return `HS-${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, -1)}-${digits.slice(-1)}`
}
