import { and, asc, eq, inArray } from 'drizzle-orm'
import { staff, staffOffices } from '@/db/schema'
import { notifyStaff } from '@/lib/notifications'
import type { Transaction } from '@/lib/platform/database'
import type { SubmittedCase } from './lock-correspondence'

/**
 * Queues an e-mail that a message waits: to the first contact, who answers for the case (首问负责); where there
 * is none, or they work elsewhere by now, to every officer of the office.
 */
export async function tellOffice(
  transaction: Transaction,
  { application }: { application: SubmittedCase },
): Promise<void> {
  const members = await transaction
    .select({ id: staff.id, email: staff.email, role: staff.role })
    .from(staff)
    .innerJoin(staffOffices, eq(staffOffices.staffId, staff.id))
    .where(
      and(
        eq(staffOffices.officeCode, application.officeCode),
        eq(staff.active, true),
        inArray(staff.role, ['officer', 'supervisor']),
      ),
    )
    .orderBy(asc(staff.staffNumber))
  const link = `/staff/cases/${application.reference}/messages`
  for (const member of whomToTell({ members, firstContactId: application.firstContactId })) {
    await notifyStaff(transaction, { member, template: 'message-to-office', values: { link } })
  }
}

/** The first contact alone, else the officers, else whoever is there. */
export function whomToTell<Member extends { id: string; role: string }>({
  members,
  firstContactId,
}: {
  members: readonly Member[]
  firstContactId: string | null
}): readonly Member[] {
  const contact = members.filter(({ id }) => id === firstContactId)
  if (contact.length > 0) return contact
  const officers = members.filter(({ role }) => role === 'officer')
  return officers.length > 0 ? officers : members
}
