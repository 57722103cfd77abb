import { and, eq, ne } from 'drizzle-orm'
import { applicationParties } from '@/db/schema'
import { namesEqual } from '@/lib/identity/rules'
import type { Queryable } from '@/lib/platform/database'
import { foldWidth } from '@/lib/platform/typed-text'
import type { Certificate } from './write-certificate'

const LONGEST_NAME = 200

/** The last six characters of a document number as typed, or null: width, case, spaces and hyphens are folded. */
export function readDocumentEnding(raw: string): string | null {
  const ending = foldWidth(raw.slice(0, 100)).replace(/[\s-]/g, '').toUpperCase()
  return /^[0-9A-Z]{6}$/.test(ending) ? ending : null
}

/** Whether a certificate names somebody of this name whose identity document ends like this. */
export async function isHolder(
  db: Queryable,
  { certificate, name, ending }: { certificate: Certificate; name: string; ending: string },
): Promise<boolean> {
  const hasName = (other: string | null) =>
    other !== null && namesEqual({ one: other, other: name.slice(0, LONGEST_NAME) })
  if (!certificate.holders.some(holder => hasName(holder.name))) return false
  const parties = await db
    .select({ name: applicationParties.name, documentNumber: applicationParties.documentNumber })
    .from(applicationParties)
    .where(
      and(
        eq(applicationParties.applicationId, certificate.applicationId),
        ne(applicationParties.role, 'proxy'),
      ),
    )
  return parties.some(party => hasName(party.name) && party.documentNumber?.toUpperCase().endsWith(ending))
}
