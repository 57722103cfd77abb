import { auditEvents } from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import type { Transaction } from '@/lib/platform/database'

/** What staff change about the service itself, or take out of its logs. */
export type ChangeOfService =
  | 'calendar-published'
  | 'office-changed'
  | 'staff-added'
  | 'staff-changed'
  | 'staff-deactivated'
  | 'staff-reactivated'
  | 'staff-password-renewed'
  | 'staff-password-changed'
  | 'staff-factor-set-up'
  | 'staff-passkey-removed'
  | 'staff-authenticator-removed'
  | 'staff-recovery-code-used'
  | 'staff-recovery-codes-renewed'
  | 'staff-factor-reset'
  | 'first-administrator-added'
  | 'reason-version-published'
  | 'reason-retired'
  | 'limit-added'
  | 'clock-moved'
  | 'supervision-record-closed'
  | 'resident-assisted'
  | 'phone-changed-at-office'
  | 'phone-change-not-matched'
  | 'phone-change-reviewed'
  | 'log-searched'
  | 'log-exported'
  | 'log-export-requested'
  | 'log-export-allowed'
  | 'log-export-declined'
  | 'access-alert-raised'
  | 'access-alert-closed'
  | 'application-erased'
  | 'account-erased'
  | 'records-erased'
  | 'data-request-answered'

/** Logs a change of the service itself, in the transaction that makes it: who, what, and nothing personal. */
export async function recordChange(
  transaction: Transaction,
  {
    viewer,
    action,
    applicationId,
    officeCode,
    details = {},
  }: {
    /** Nobody for what is done at the server's own terminal. */
    viewer: Pick<StaffViewer, 'staffId'> | null
    action: ChangeOfService
    applicationId?: string
    officeCode?: string
    details?: Record<string, string | number | boolean | null>
  },
): Promise<void> {
  await transaction.insert(auditEvents).values({
    action,
    applicationId: applicationId ?? null,
    staffId: viewer?.staffId ?? null,
    officeCode: officeCode ?? null,
    details,
  })
}
