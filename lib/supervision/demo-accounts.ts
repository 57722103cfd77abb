import { asc, count, eq, min } from 'drizzle-orm'
import { offices, staff, staffOffices } from '@/db/schema'
import type { StaffRole } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import type { StaffOffice } from './staff-offices'

export type DemoAccount = {
  signInName: string
  role: StaffRole
  /** The first of the offices that the person serves. */
  office: StaffOffice | null
  offices: number
}

/** The accounts of the demo, office by office. Who calls this makes sure that the demo mode is on. */
export async function demoAccounts({ db }: { db: Queryable }): Promise<DemoAccount[]> {
  const served = db
    .select({
      staffId: staffOffices.staffId,
      first: min(staffOffices.officeCode).as('first'),
      offices: count().as('offices'),
    })
    .from(staffOffices)
    .groupBy(staffOffices.staffId)
    .as('served')
  const rows = await db
    .select({ signInName: staff.signInName, role: staff.role, office: offices, offices: served.offices })
    .from(staff)
    .leftJoin(served, eq(served.staffId, staff.id))
    .leftJoin(offices, eq(offices.code, served.first))
    .where(eq(staff.active, true))
    .orderBy(asc(served.first), asc(staff.signInName))
    .limit(40)
  return rows.map(row => ({ ...row, offices: row.offices ?? 0 }))
}
