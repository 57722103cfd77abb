import { sql } from 'drizzle-orm'
import type { StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'

export type HandlingFailure = 'not-your-role' | 'other-office' | 'party-to-the-case'

/**
 * Whether a member of staff may handle a case, asked by every command and page alike: somebody of the office
 * that has it, in the right role, who is not a party to it (the database refuses the same).
 *
 * @returns null if they may, otherwise why not
 */
export async function whyNotHandle(
  db: Queryable,
  {
    viewer,
    application,
    as,
  }: {
    viewer: StaffViewer
    application: { id: string; officeCode: string | null }
    as: 'officer' | 'supervisor'
  },
): Promise<HandlingFailure | null> {
  if (!fitsRole({ viewer, as })) return 'not-your-role'
  if (!application.officeCode || !viewer.officeCodes.includes(application.officeCode)) return 'other-office'
  const [row] = await db.execute<{ party: boolean }>(
    sql`select staff_is_party(${viewer.staffId}, ${application.id}) as party`,
  )
  return row?.party ? 'party-to-the-case' : null
}

/**
 * Why a member of staff finds no case under a reference: row-level security shows those of their own offices
 * alone, so all that can still be told is that another office has it.
 */
export async function whyNotFound(
  db: Queryable,
  { reference, viewer, as }: { reference: string; viewer: StaffViewer; as: 'officer' | 'supervisor' },
): Promise<'case-not-found' | 'not-your-role' | 'other-office'> {
  const [row] = await db.execute<{ office: string | null }>(
    sql`select office_of_reference(${reference}) as office`,
  )
  if (!row?.office) return 'case-not-found'
  return fitsRole({ viewer, as }) ? 'other-office' : 'not-your-role'
}

function fitsRole({
  viewer,
  as,
}: {
  viewer: Pick<StaffViewer, 'role'>
  as: 'officer' | 'supervisor'
}): boolean {
  return viewer.role === 'supervisor' || (as === 'officer' && viewer.role === 'officer')
}
