/** The messages that there are; each has its words in messages/<language>/notifications.json. */
export const notificationTemplates = [
  'sign-in-code',
  'sign-application-code',
  'confirm-other-parent',
  'link-openid-code',
  'give-up-phone-code',
  'take-phone-code',
  'confirm-email-code',
  'phone-changed',
  'phone-changed-here',
  'account-frozen',
  'other-parent-named',
  'applied-for-you',
  'mandate-wrong-phone',
  'application-accepted',
  'correction-requested',
  'correction-answered',
  'registered',
  'registered-by-lapse',
  'rejected',
  'withdrawn',
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
  'certificate-reissued',
  'certificate-printed-by-code',
  'hearing-opened',
  'certificate-revoked',
  'hearing-dropped',
  'complaint-filed',
  'complaint-answered',
  'complaint-escalated',
  'complaint-to-answer',
  'complaint-escalated-county',
  'complaint-answered-by-county',
  'message-to-office',
  'message-from-office',
] as const

export type NotificationTemplate = (typeof notificationTemplates)[number]

/** The languages in which messages are written. */
export type Language = 'zh-CN' | 'en'

/** A stored language, or Chinese where the text names none of ours. */
export function languageOf(text: string): Language {
  return text === 'en' ? 'en' : 'zh-CN'
}
