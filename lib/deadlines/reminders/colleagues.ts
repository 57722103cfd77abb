import { and, asc, eq, inArray } from 'drizzle-orm'
import { staff, staffOffices } from '@/db/schema'
import type { StaffRole } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'

export type Member = { id: string; email: string | null }

/** Who works where now. */
export type Colleagues = { of(officeCode: string, role: StaffRole): Member[] }

/** The active officers, supervisors and county people of every office. */
export async function colleaguesOfOffices(db: Queryable): Promise<Colleagues> {
  const rows = await db
    .select({ officeCode: staffOffices.officeCode, role: staff.role, id: staff.id, email: staff.email })
    .from(staffOffices)
    .innerJoin(staff, eq(staff.id, staffOffices.staffId))
    .where(and(eq(staff.active, true), inArray(staff.role, ['officer', 'supervisor', 'county'])))
    .orderBy(asc(staff.staffNumber))
  const members = new Map<string, Member[]>()
  for (const { officeCode, role, id, email } of rows) {
    const key = `${officeCode} ${role}`
    members.set(key, [...(members.get(key) ?? []), { id, email }])
  }
  return { of: (officeCode, role) => members.get(`${officeCode} ${role}`) ?? [] }
}
