/** The messages that there are; each has its words in messages/<language>/notifications.json. */
export const notificationTemplates = [
  'sign-in-code',
  'sign-application-code',
  'confirm-other-parent',
  'be-assisted-code',
  'link-openid-code',
  'give-up-phone-code',
  'take-phone-code',
  'confirm-email-code',
  'phone-changed',
  'phone-changed-here',
  'phone-settled',
  'account-frozen',
  'openid-linked',
  'draft-link',
  'other-parent-named',
  'applied-for-you',
  'mandate-wrong-phone',
  'mandate-denied',
  'application-accepted',
  'correction-requested',
  'correction-answered',
  'registered',
  'registered-by-lapse',
  'rejected',
  'withdrawn',
  'withdrawn-without-mandate',
  'closed-unanswered',
  'rejection-set-right',
  'transferred',
  'correction-reminder',
  'deadline-amber',
  'deadline-red',
  'deadline-lapsed-county',
  'proposal-returned',
  'extension-granted',
  'deadline-moved',
  'certificate-issued-later',
  'certificate-reissued',
  'certificate-printed-by-code',
  'certificate-printed-for-holder',
  'hearing-opened',
  'hearing-opened-other-parent',
  'certificate-revoked',
  'certificate-revoked-other-parent',
  'hearing-dropped',
  'hearing-dropped-other-parent',
  'complaint-filed',
  'complaint-answered',
  'complaint-escalated',
  'complaint-to-answer',
  'complaint-amber',
  'complaint-red',
  'complaint-escalated-county',
  'complaint-answered-by-county',
  'rating-to-answer',
  'rating-answered',
  'message-to-office',
  'message-from-office',
  'staff-password-changed',
  'staff-factor-set-up',
  'staff-factor-removed',
  'staff-recovery-code-used',
  'staff-recovery-codes-renewed',
  'staff-factor-reset',
  'data-request-answered',
] as const

export type NotificationTemplate = (typeof notificationTemplates)[number]

/** Whether a stored word names one of our messages. */
export function isNotificationTemplate(text: string): text is NotificationTemplate {
  return notificationTemplates.some(template => template === text)
}

/**
 * What a resident cannot choose away: it starts a time in which they must act, takes something from them, or
 * warns that somebody else acts in their name. The law wants the first two told to the person
 * (行政许可法 art. 32 (4), 36, 38, 42), and a message that only waits in the portal tells nobody.
 */
const needed: ReadonlySet<NotificationTemplate> = new Set([
  'applied-for-you',
  'mandate-wrong-phone',
  'mandate-denied',
  'correction-requested',
  'correction-reminder',
  'closed-unanswered',
  'extension-granted',
  'rejected',
  'rejection-set-right',
  'hearing-opened',
  'certificate-revoked',
  'certificate-printed-by-code',
  'certificate-printed-for-holder',
  'phone-changed-here',
  'openid-linked',
])

/** Whether a message goes out as a text message whatever the resident prefers. */
export function isNeeded(template: NotificationTemplate): boolean {
  return needed.has(template)
}

/** The languages in which messages are written. */
export type Language = 'zh-CN' | 'en'

/** A stored language, or Chinese where the text names none of ours. */
export function languageOf(text: string): Language {
  return text === 'en' ? 'en' : 'zh-CN'
}
