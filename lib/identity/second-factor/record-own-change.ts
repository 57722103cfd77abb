import { type ChangeOfService, recordChange } from '@/lib/audit'
import type { Transaction } from '@/lib/platform/database'

/** Logs what a member of staff does to their own account. */
export async function recordOwnChange(
  transaction: Transaction,
  {
    staffId,
    staffNumber,
    action,
    details = {},
  }: { staffId: string; staffNumber: string; action: ChangeOfService; details?: Record<string, string> },
): Promise<void> {
  await recordChange(transaction, { viewer: { staffId }, action, details: { staffNumber, ...details } })
}
