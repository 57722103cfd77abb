import { aliasedTable, and, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { applications, offices, phoneChanges, staff } from '@/db/schema'
import { recordChange } from '@/lib/audit'
import { type Database, isAmong, type Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { mayAudit } from '../permissions'
import { maskPhone } from '../rules'
import type { StaffViewer } from '../sessions'
import type { PhoneChange } from './put-in-effect'

export type OfficePhoneChange = Pick<PhoneChange, 'id' | 'objectedAt' | 'reviewedAt'> & {
  changedAt: Date
  reference: string | null
  officeName: string
  officeNameEnglish: string
  staffNumber: string
  documentSeen: NonNullable<PhoneChange['documentSeen']>
  oldPhoneMasked: string
  newPhoneMasked: string
  staffName: string
  /** Who settled it at which office, once the old number had objected; null while it has not, or nobody has. */
  settled: Settlement | null
}

type Settlement = {
  at: Date
  officeName: string
  officeNameEnglish: string
  staffNumber: string
  staffName: string
}

const shownChanges = 200

/** What offices changed, for the auditor's second look: contested and unseen ones first, then the newest. */
export async function phoneChangesAtOffices({ db }: { db: Queryable }): Promise<OfficePhoneChange[]> {
  const rows = await db
    .select({
      change: phoneChanges,
      reference: applications.reference,
      officeName: offices.name,
      officeNameEnglish: offices.nameEnglish,
      staffNumber: staff.staffNumber,
      staffName: staff.name,
    })
    .from(phoneChanges)
    .innerJoin(staff, eq(staff.id, phoneChanges.staffId))
    .innerJoin(offices, eq(offices.code, phoneChanges.officeCode))
    .leftJoin(applications, eq(applications.id, phoneChanges.applicationId))
    .where(and(eq(phoneChanges.way, 'office'), isNotNull(phoneChanges.changedAt)))
    .orderBy(
      sql`${phoneChanges.objectedAt} is not null and ${phoneChanges.reviewedAt} is null desc`,
      sql`${phoneChanges.reviewedAt} is null desc`,
      desc(phoneChanges.changedAt),
    )
    .limit(shownChanges)
  const settlements = await settlementsOf(db, { of: rows.map(({ change }) => change) })
  return rows.flatMap(({ change, ...row }) => {
    const { id, changedAt, documentSeen, objectedAt, reviewedAt, oldPhone, newPhone } = change
    if (!changedAt || !documentSeen) return []
    const masked = { oldPhoneMasked: maskPhone(oldPhone), newPhoneMasked: maskPhone(newPhone) }
    const settled = settlements.get(id) ?? null
    return [{ ...row, ...masked, id, changedAt, documentSeen, objectedAt, reviewedAt, settled }]
  })
}

/** An objection is settled by a later change at an office, at that very moment: whoever made that settled it. */
async function settlementsOf(
  db: Queryable,
  { of }: { of: readonly PhoneChange[] },
): Promise<Map<string, Settlement>> {
  const disputed = aliasedTable(phoneChanges, 'disputed')
  const rows = await db
    .select({
      disputedId: disputed.id,
      at: disputed.settledAt,
      officeName: offices.name,
      officeNameEnglish: offices.nameEnglish,
      staffNumber: staff.staffNumber,
      staffName: staff.name,
    })
    .from(disputed)
    .innerJoin(
      phoneChanges,
      and(
        eq(phoneChanges.residentId, disputed.residentId),
        eq(phoneChanges.changedAt, disputed.settledAt),
        eq(phoneChanges.way, 'office'),
      ),
    )
    .innerJoin(staff, eq(staff.id, phoneChanges.staffId))
    .innerJoin(offices, eq(offices.code, phoneChanges.officeCode))
    .where(
      isAmong(
        disputed.id,
        of.map(({ id }) => id),
      ),
    )
  return new Map(rows.flatMap(({ disputedId, at, ...by }) => (at ? [[disputedId, { at, ...by }]] : [])))
}

/** How many changes at offices no auditor has looked at yet. */
export async function countPhoneChangesToReview(db: Queryable): Promise<number> {
  return db.$count(
    phoneChanges,
    and(eq(phoneChanges.way, 'office'), isNotNull(phoneChanges.changedAt), isNull(phoneChanges.reviewedAt)),
  )
}

/** The auditor has looked at what an office did; a look is logged and cannot be taken back. */
export async function reviewPhoneChange(
  { viewer, changeId }: { viewer: StaffViewer; changeId: string },
  { db }: { db: Database },
): Promise<Result<null, 'not-your-role' | 'nothing-to-review'>> {
  if (!mayAudit({ viewer })) return failed('not-your-role')
  if (!/^[0-9a-f-]{36}$/.test(changeId)) return failed('nothing-to-review')
  return db.transaction(async transaction => {
    const [reviewed] = await transaction
      .update(phoneChanges)
      .set({ reviewedAt: sql`service_now()`, reviewedById: viewer.staffId })
      .where(
        and(
          eq(phoneChanges.id, changeId),
          isNotNull(phoneChanges.changedAt),
          isNull(phoneChanges.reviewedAt),
          ne(phoneChanges.staffId, viewer.staffId),
        ),
      )
      .returning()
    if (!reviewed) return failed('nothing-to-review')
    await recordChange(transaction, {
      viewer,
      action: 'phone-change-reviewed',
      ...(reviewed.applicationId && { applicationId: reviewed.applicationId }),
      ...(reviewed.officeCode && { officeCode: reviewed.officeCode }),
    })
    return done(null)
  })
}

/** Forgets changes that were begun a day ago and never took effect, with the number that was typed. */
export async function forgetUnfinishedPhoneChanges({ db }: { db: Queryable }): Promise<number> {
  const forgotten = await db
    .delete(phoneChanges)
    .where(
      and(isNull(phoneChanges.changedAt), sql`${phoneChanges.askedAt} < service_now() - interval '24 hours'`),
    )
    .returning({ id: phoneChanges.id })
  return forgotten.length
}
