import type { ChainedLog } from '../chain/chained-row'
import type { ChangeOfAccount } from '../record-account-change'
import type { ChangeOfService } from '../record-change'
import type { REFUSED_LOOK } from '../record-view'

/** What happens to a case and leaves an event there. */
export type CaseEvent =
  | 'submit'
  | 'request-correction'
  | 'answer-correction'
  | 'register'
  | 'register-by-lapse'
  | 'reject'
  | 'set-rejection-right'
  | 'withdraw'
  | 'close-unanswered'
  | 'propose-rejection'
  | 'return-proposal'
  | 'request-extension'
  | 'decline-extension'
  | 'extend'
  | 'deadline-moved'
  | 'transfer'
  | 'reassign'
  | 'other-parent-confirmed'
  | 'other-parent-objected'
  | 'mandate-confirmed'
  | 'mandate-denied'
  | 'mandate-wrong-phone'
  | 'certificate-waits-for-glyphs'
  | 'certificate-issued-later'
  | 'certificate-reissued'
  | 'certificate-printed-by-code'
  | 'certificate-printed-for-holder'
  | 'hearing-opened'
  | 'hearing-answered'
  | 'certificate-revoked'
  | 'hearing-dropped'
  | 'complaint-filed'
  | 'complaint-escalated'
  | 'complaint-answered'
  | 'resident-wrote'
  | 'office-wrote'
  | 'rated'
  | 'rating-answered'
  | 'message-settled'

/** Everything that the logs can say was done; one without words in messages/…/audit.json does not compile. */
export type LoggedAction = 'case-viewed' | typeof REFUSED_LOOK | ChangeOfService | ChangeOfAccount | CaseEvent

/** Which log each is written to. */
export const logOfAction: Record<LoggedAction, ChainedLog> = {
  'case-viewed': 'audit_events',
  'case-look-refused': 'audit_events',
  'log-searched': 'audit_events',
  'log-exported': 'audit_events',
  'log-export-requested': 'audit_events',
  'log-export-allowed': 'audit_events',
  'log-export-declined': 'audit_events',
  'access-alert-raised': 'audit_events',
  'access-alert-closed': 'audit_events',
  'data-request-answered': 'audit_events',
  'application-erased': 'audit_events',
  'account-erased': 'audit_events',
  'records-erased': 'audit_events',
  'calendar-published': 'audit_events',
  'office-changed': 'audit_events',
  'staff-added': 'audit_events',
  'staff-changed': 'audit_events',
  'staff-deactivated': 'audit_events',
  'staff-reactivated': 'audit_events',
  'staff-password-renewed': 'audit_events',
  'staff-password-changed': 'audit_events',
  'staff-factor-set-up': 'audit_events',
  'staff-passkey-removed': 'audit_events',
  'staff-authenticator-removed': 'audit_events',
  'staff-recovery-code-used': 'audit_events',
  'staff-recovery-codes-renewed': 'audit_events',
  'staff-factor-reset': 'audit_events',
  'first-administrator-added': 'audit_events',
  'reason-version-published': 'audit_events',
  'reason-retired': 'audit_events',
  'limit-added': 'audit_events',
  'clock-moved': 'audit_events',
  'resident-assisted': 'audit_events',
  'phone-changed-at-office': 'audit_events',
  'phone-change-not-matched': 'audit_events',
  'phone-change-reviewed': 'audit_events',
  'phone-changed': 'audit_events',
  'phone-change-objected': 'audit_events',
  'supervision-record-closed': 'audit_events',
  submit: 'application_events',
  'request-correction': 'application_events',
  'answer-correction': 'application_events',
  register: 'application_events',
  'register-by-lapse': 'application_events',
  reject: 'application_events',
  'set-rejection-right': 'application_events',
  withdraw: 'application_events',
  'close-unanswered': 'application_events',
  'propose-rejection': 'application_events',
  'return-proposal': 'application_events',
  'request-extension': 'application_events',
  'decline-extension': 'application_events',
  extend: 'application_events',
  'deadline-moved': 'application_events',
  transfer: 'application_events',
  reassign: 'application_events',
  'other-parent-confirmed': 'application_events',
  'other-parent-objected': 'application_events',
  'mandate-confirmed': 'application_events',
  'mandate-denied': 'application_events',
  'mandate-wrong-phone': 'application_events',
  'certificate-waits-for-glyphs': 'application_events',
  'certificate-issued-later': 'application_events',
  'certificate-reissued': 'application_events',
  'certificate-printed-by-code': 'application_events',
  'certificate-printed-for-holder': 'application_events',
  'hearing-opened': 'application_events',
  'hearing-answered': 'application_events',
  'certificate-revoked': 'application_events',
  'hearing-dropped': 'application_events',
  'complaint-filed': 'application_events',
  'complaint-escalated': 'application_events',
  'complaint-answered': 'application_events',
  'resident-wrote': 'application_events',
  'office-wrote': 'application_events',
  rated: 'application_events',
  'rating-answered': 'application_events',
  'message-settled': 'application_events',
}

/** Whether a text from outside names something that the logs can say. */
export function isLoggedAction(text: string): text is LoggedAction {
  return Object.hasOwn(logOfAction, text)
}
