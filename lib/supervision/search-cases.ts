import { and, asc, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { applicationParties, applications } from '@/db/schema'
import { type ApplicationStatus, readReference } from '@/lib/applications'
import { recordView } from '@/lib/audit'
import type { StaffViewer } from '@/lib/identity'
import { maskName, readPhoneNumber } from '@/lib/identity/rules'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'
import { mayReadQueue } from './staff-offices'

/** More than one person can have; a search is for one person's cases and no list to be walked through. */
const MOST_FOUND = 20

export type SearchFailure = 'nothing-typed' | 'not-searchable' | 'nothing-found'

export type FoundCase = {
  reference: string
  status: ApplicationStatus
  applicant: string
  officeCode: string
  acceptedAt: Date | null
}

/**
 * Finds cases by their exact reference, the applicant's exact phone number or a parent's exact document
 * number, in one's own offices only, and logs that each was found; the applicants see it. There is no search
 * by name, pregnancy or date (DESIGN §1, "Rights first").
 *
 * @returns the references, newest first
 */
export async function searchCases(
  { viewer, typed }: { viewer: StaffViewer; typed: string },
  { db }: { db: Database },
): Promise<Result<{ references: string[] }, SearchFailure>> {
  if (!typed.trim()) return failed('nothing-typed')
  const condition = conditionOf(typed)
  if (!condition) return failed('not-searchable')
  return db.transaction(async transaction => {
    const found = await transaction
      .select({
        id: applications.id,
        reference: applications.reference,
        officeCode: applications.officeCode,
      })
      .from(applications)
      .where(and(condition, inOwnOffices(viewer), isNotNull(applications.reference)))
      .orderBy(desc(applications.acceptedAt))
      .limit(MOST_FOUND)
    if (found.length === 0) return failed('nothing-found')
    for (const application of found) {
      await recordView(transaction, { viewer, application, purpose: 'search' })
    }
    return done({ references: found.flatMap(({ reference }) => reference ?? []) })
  })
}

/** The cases that a search found, for a list: names masked, those of other offices left out. */
export async function foundCases(
  { viewer, references }: { viewer: StaffViewer; references: readonly string[] },
  { db }: { db: Queryable },
): Promise<FoundCase[]> {
  const rows = await db
    .select({
      reference: applications.reference,
      status: applications.status,
      officeCode: applications.officeCode,
      acceptedAt: applications.acceptedAt,
      name: applicationParties.name,
    })
    .from(applications)
    .innerJoin(
      applicationParties,
      and(eq(applicationParties.applicationId, applications.id), eq(applicationParties.role, 'applicant')),
    )
    .where(and(inArray(applications.reference, references.slice(0, MOST_FOUND)), inOwnOffices(viewer)))
    .orderBy(desc(applications.acceptedAt), asc(applications.reference))
  return rows.map(({ name, reference, officeCode, ...row }) => ({
    ...row,
    reference: reference ?? '',
    officeCode: officeCode ?? '',
    applicant: maskName(name),
  }))
}

function conditionOf(typed: string): SQL | null {
  const reference = readReference(typed)
  if (reference.ok) return eq(applications.reference, reference.value)
  const phone = readPhoneNumber(typed)
  if (phone.ok)
    return eq(applications.contactPhoneLookup, personalLookup({ kind: 'phone', value: phone.value }))
  const number = readDocumentNumber(typed)
  return number ? namesParentWith(personalLookup({ kind: 'id-number', value: number })) : null
}

/** Any document's number, spelled as its own rules fold it; which kind of document it is need not be said. */
function readDocumentNumber(typed: string): string | null {
  const number = foldWidth(typed.slice(0, 100)).replace(/[\s-]/g, '').toUpperCase()
  return /^(?=.*\d)[A-Z0-9]{5,20}$/.test(number) ? number : null
}

function namesParentWith(lookup: string): SQL {
  return sql`exists (select from ${applicationParties} where ${applicationParties.applicationId} = ${applications.id}
    and ${applicationParties.documentNumberLookup} = ${lookup})`
}

function inOwnOffices(viewer: StaffViewer): SQL {
  return inArray(applications.officeCode, mayReadQueue({ viewer }) ? viewer.officeCodes : [])
}
