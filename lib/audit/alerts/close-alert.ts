import { aliasedTable, and, count, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { accessAlerts, applications, staff } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { mayAudit, type StaffViewer } from '@/lib/identity'
import { maskName } from '@/lib/identity/rules'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { recordChange } from '../record-change'
import type { AccessAlertRule } from './unusual-looks'

export const LONGEST_ALERT_NOTE = 1_000

export type AccessAlert = {
  id: string
  rule: AccessAlertRule
  staffNumber: string
  staffName: string
  /** The one case that it is about, where it is about one. */
  reference: string | null
  looks: number
  firstAt: Date
  lastAt: Date
  closedAt: Date | null
  closedBy: string | null
  note: string | null
}

/** The alerts for an auditor: those that are open, the newest first, then what was closed lately. */
export async function accessAlertsFor(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<Result<AccessAlert[], 'not-your-role'>> {
  if (!mayAudit({ viewer })) return failed('not-your-role')
  const rows = [
    ...(await alertsThat(db, { which: isNull(accessAlerts.closedAt), most: 100 })),
    ...(await alertsThat(db, { which: isNotNull(accessAlerts.closedAt), most: 20 })),
  ]
  return done(rows.map(({ staffName, ...alert }) => ({ ...alert, staffName: maskName(staffName) })))
}

function alertsThat(db: Queryable, { which, most }: { which: SQL; most: number }): Promise<AccessAlert[]> {
  const closer = aliasedTable(staff, 'closer')
  return db
    .select({
      id: accessAlerts.id,
      rule: accessAlerts.rule,
      staffNumber: staff.staffNumber,
      staffName: staff.name,
      reference: applications.reference,
      looks: accessAlerts.looks,
      firstAt: accessAlerts.firstAt,
      lastAt: accessAlerts.lastAt,
      closedAt: accessAlerts.closedAt,
      closedBy: closer.staffNumber,
      note: accessAlerts.note,
    })
    .from(accessAlerts)
    .innerJoin(staff, eq(staff.id, accessAlerts.staffId))
    .leftJoin(closer, eq(closer.id, accessAlerts.closedById))
    .leftJoin(applications, sql`${applications.id}::text = split_part(${accessAlerts.span}, ' ', 2)`)
    .where(which)
    .orderBy(desc(accessAlerts.raisedAt))
    .limit(most)
}

/** How many alerts nobody has looked into yet. */
export async function countOpenAlerts(db: Queryable): Promise<number> {
  const [row] = await db.select({ open: count() }).from(accessAlerts).where(isNull(accessAlerts.closedAt))
  return row?.open ?? 0
}

export type CloseAlertFailure = TypedTextFailure | 'text-missing' | 'not-your-role' | 'not-waiting'

/** Closes an alert with what was found; once. */
export async function closeAccessAlert(
  { viewer, id, note: raw }: { viewer: StaffViewer; id: string; note: string },
  { db }: { db: Database },
): Promise<Result<true, CloseAlertFailure>> {
  if (!mayAudit({ viewer })) return failed('not-your-role')
  const note = readTypedText({ raw, maximumLength: LONGEST_ALERT_NOTE, lines: true })
  if (!note.ok) return note
  if (note.value === '') return failed('text-missing')
  return db.transaction(async transaction => {
    const [closed] = await transaction
      .update(accessAlerts)
      .set({ closedAt: serviceNow, closedById: viewer.staffId, note: note.value })
      .where(and(sql`${accessAlerts.id}::text = ${id}`, isNull(accessAlerts.closedAt)))
      .returning({ id: accessAlerts.id, rule: accessAlerts.rule })
    if (!closed) return failed('not-waiting')
    const details = { alert: closed.id, rule: closed.rule }
    await recordChange(transaction, { viewer, action: 'access-alert-closed', details })
    return done(true)
  })
}
