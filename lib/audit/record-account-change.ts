import { auditEvents } from '@/db/schema'
import type { Transaction } from '@/lib/platform/database'

/** What residents change about their own account that an auditor should be able to follow. */
export type ChangeOfAccount = 'phone-changed' | 'phone-change-objected'

/** Logs a change of a resident's account, in the transaction that makes it, without a number. */
export async function recordAccountChange(
  transaction: Transaction,
  {
    residentId,
    action,
    applicationId = null,
    details = {},
  }: {
    residentId: string
    action: ChangeOfAccount
    applicationId?: string | null
    details?: Record<string, string>
  },
): Promise<void> {
  await transaction.insert(auditEvents).values({ action, residentId, applicationId, details })
}
