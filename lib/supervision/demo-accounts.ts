import { and, asc, count, eq, inArray, min } from 'drizzle-orm'
import { offices, staff, staffOffices } from '@/db/schema'
import { demoAccounts as accountsOfDemo } from '@/db/seed/demo/demo-accounts'
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

const namesOfDemo = accountsOfDemo.map(({ signInName }) => signInName)

/** The accounts of the demo, office by office, without those added later, whose passwords are their own. Who calls this makes sure that the demo mode is on. */
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
    .where(and(eq(staff.active, true), inArray(staff.signInName, namesOfDemo)))
    .orderBy(asc(served.first), asc(staff.signInName))
  return rows.map(row => ({ ...row, offices: row.offices ?? 0 }))
}
