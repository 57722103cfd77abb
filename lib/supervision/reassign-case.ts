import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { applications, staff, staffOffices } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { type CaseFailure, handleOpenCase, recordEvent } from '@/lib/applications'
import type { StaffRole, StaffViewer } from '@/lib/identity'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'

export type Colleague = { id: string; staffNumber: string; name: string; role: StaffRole }

export type ReassignFailure = CaseFailure | 'no-such-colleague' | 'colleague-is-party' | 'already-theirs'

/** Who of an office can be given a case: its active officers and supervisors. */
export async function colleaguesOf(
  db: Queryable,
  { officeCode }: { officeCode: string },
): Promise<Colleague[]> {
  return db
    .select({ id: staff.id, staffNumber: staff.staffNumber, name: staff.name, role: staff.role })
    .from(staff)
    .innerJoin(staffOffices, eq(staffOffices.staffId, staff.id))
    .where(
      and(
        eq(staffOffices.officeCode, officeCode),
        eq(staff.active, true),
        inArray(staff.role, ['officer', 'supervisor']),
      ),
    )
    .orderBy(asc(staff.staffNumber))
}

/**
 * Gives an open case to an officer of its office, by a supervisor. The clock runs on. A case that nobody had
 * taken gets its first contact by this; one that has one keeps it (首问负责).
 */
export async function reassignCase(
  { reference, viewer, staffNumber }: { reference: string; viewer: StaffViewer; staffNumber: string },
  { db }: { db: Database },
): Promise<Result<{ name: string }, ReassignFailure>> {
  return handleOpenCase(
    { reference, viewer, as: 'supervisor', db },
    async (transaction, { application, by }) => {
      const colleagues = await colleaguesOf(transaction, application)
      const colleague = colleagues.find(member => member.staffNumber === staffNumber)
      if (!colleague) return failed('no-such-colleague')
      if (application.claimedById === colleague.id) return failed('already-theirs', { name: colleague.name })
      const [row] = await transaction.execute<{ party: boolean }>(
        sql`select staff_is_party(${colleague.id}, ${application.id}) as party`,
      )
      if (row?.party) return failed('colleague-is-party', { name: colleague.name })
      await transaction
        .update(applications)
        .set({
          ...(application.firstContactId ? {} : { firstContactId: colleague.id }),
          claimedById: colleague.id,
          claimedAt: serviceNow,
          updatedAt: serviceNow,
        })
        .where(eq(applications.id, application.id))
      await recordEvent(transaction, {
        application,
        name: 'reassign',
        from: application.status,
        to: application.status,
        by,
        details: { to: colleague.staffNumber },
      })
      return done({ name: colleague.name })
    },
  )
}
