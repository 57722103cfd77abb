import { asc, eq, inArray, sql } from 'drizzle-orm'
import { offices, staff, staffOffices } from '@/db/schema'
import type { StaffRole } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'

export type StaffMember = {
  id: string
  signInName: string
  staffNumber: string
  name: string
  role: StaffRole
  email: string | null
  active: boolean
  officeCodes: string[]
}

const columns = {
  id: staff.id,
  signInName: staff.signInName,
  staffNumber: staff.staffNumber,
  name: staff.name,
  role: staff.role,
  email: staff.email,
  active: staff.active,
  officeCodes: sql<string[]>`array(select ${staffOffices.officeCode} from ${staffOffices}
    where ${staffOffices.staffId} = ${staff.id} order by 1)`,
}

/** Everybody who has an account, those who work first, by their numbers. */
export async function staffMembers(db: Queryable): Promise<StaffMember[]> {
  return db.select(columns).from(staff).orderBy(sql`${staff.active} desc`, asc(staff.staffNumber))
}

/** One member of staff by number. */
export async function findStaffMember(
  db: Queryable,
  { staffNumber }: { staffNumber: string },
): Promise<StaffMember | null> {
  const [member] = await db.select(columns).from(staff).where(eq(staff.staffNumber, staffNumber))
  return member ?? null
}

/** Which of these codes are offices. */
export async function knownOffices(db: Queryable, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await db
    .select({ code: offices.code })
    .from(offices)
    .where(inArray(offices.code, [...codes]))
  return rows.map(({ code }) => code)
}
