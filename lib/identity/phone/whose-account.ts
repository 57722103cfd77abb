import { sql } from 'drizzle-orm'
import { openPersonalText, personalLookup } from '@/db/personal-data'
import type { Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { namesEqual } from '../rules'

export type AccountOfPerson = { residentId: string; applicationId: string; reference: string }

/**
 * Whose account a person's own applications belong to: the same number and the same name, at whichever office
 * they were made. Several accounts of one person are told apart by the reference of an application.
 */
export async function accountOfPerson(
  db: Queryable,
  { idNumber, name, reference }: { idNumber: string; name: string; reference: string | null },
): Promise<Result<AccountOfPerson, 'no-account-found' | 'several-accounts'>> {
  const lookup = personalLookup({ kind: 'id-number', value: idNumber })
  const rows = await db.execute<AccountOfPerson & { name: string }>(sql`
    select application_id as "applicationId", resident_id as "residentId", reference, name
    from accounts_of_document(${lookup})`)
  const named = rows.filter(row => namesEqual({ one: openPersonalText(row.name), other: name }))
  const wanted = reference ? named.filter(row => row.reference === reference) : named
  const [first] = wanted
  if (!first) return failed('no-account-found')
  if (wanted.some(row => row.residentId !== first.residentId)) return failed('several-accounts')
  const { residentId, applicationId } = first
  return done({ residentId, applicationId, reference: first.reference })
}
