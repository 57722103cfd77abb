import { desc, eq } from 'drizzle-orm'
import { offices, phoneChanges } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import { maskPhone } from '../rules'
import type { StaffViewer } from '../sessions'
import { ofContested, type PhoneChange } from './put-in-effect'

/** The change that the old number objected to, for which an account is frozen. */
export type ContestedChange = Pick<PhoneChange, 'way' | 'staffId'> & {
  changedAt: Date
  objectedAt: Date
  newPhoneMasked: string
  /** Null where the resident changed the number without an office. */
  office: { name: string; nameEnglish: string } | null
}

/** The last change of an account that was objected to and that no office has settled yet. */
export async function contestedChangeOf(
  db: Queryable,
  { residentId }: { residentId: string },
): Promise<ContestedChange | null> {
  const [row] = await db
    .select({ change: phoneChanges, office: { name: offices.name, nameEnglish: offices.nameEnglish } })
    .from(phoneChanges)
    .leftJoin(offices, eq(offices.code, phoneChanges.officeCode))
    .where(ofContested(residentId))
    .orderBy(desc(phoneChanges.changedAt))
    .limit(1)
  if (!row) return null
  const { way, staffId, changedAt, objectedAt, newPhone } = row.change
  if (!changedAt || !objectedAt) throw new Error('only a change in effect is objected to')
  return { way, staffId, changedAt, objectedAt, newPhoneMasked: maskPhone(newPhone), office: row.office }
}

/** A frozen account is settled by a supervisor who had no part in the change that was objected to. */
export function whyMayNotSettle({
  viewer,
  contested,
}: {
  viewer: Pick<StaffViewer, 'role' | 'staffId'>
  contested: Pick<ContestedChange, 'staffId'> | null
}): 'needs-supervisor' | 'needs-another-person' | null {
  if (viewer.role !== 'supervisor') return 'needs-supervisor'
  return contested?.staffId === viewer.staffId ? 'needs-another-person' : null
}
