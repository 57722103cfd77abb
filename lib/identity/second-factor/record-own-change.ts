import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import { type ChangeOfService, recordChange } from '@/lib/audit'
import { type NotificationTemplate, notifyStaff } from '@/lib/notifications'
import type { Transaction } from '@/lib/platform/database'

/**
 * Logs what a member of staff does to their own account, and tells them by message where they have an address:
 * if it was somebody else, they are the first who can know.
 */
export async function recordOwnChange(
  transaction: Transaction,
  {
    staffId,
    staffNumber,
    action,
    template,
    details = {},
  }: {
    staffId: string
    staffNumber: string
    action: ChangeOfService
    template: NotificationTemplate
    details?: Record<string, string>
  },
): Promise<void> {
  await recordChange(transaction, { viewer: { staffId }, action, details: { staffNumber, ...details } })
  const [member] = await transaction
    .select({ id: staff.id, email: staff.email })
    .from(staff)
    .where(eq(staff.id, staffId))
  if (member) await notifyStaff(transaction, { member, template, values: { link: '/staff/account' } })
}
