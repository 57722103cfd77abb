import type { WordsForBrowser } from '@/components/words'
import enAccessibility from '@/messages/en/accessibility.json'
import enAccount from '@/messages/en/account.json'
import enActions from '@/messages/en/actions.json'
import enAdmin from '@/messages/en/admin.json'
import enApplications from '@/messages/en/applications.json'
import enApply from '@/messages/en/apply.json'
import enAssistance from '@/messages/en/assistance.json'
import enAssistedPrint from '@/messages/en/assisted-print.json'
import enAudit from '@/messages/en/audit.json'
import enAuditDetails from '@/messages/en/audit-details.json'
import enCertificate from '@/messages/en/certificate.json'
import enCharacters from '@/messages/en/characters.json'
import enComplaints from '@/messages/en/complaints.json'
import enConfirm from '@/messages/en/confirm.json'
import enCorrespondence from '@/messages/en/correspondence.json'
import enDataCopy from '@/messages/en/data-copy.json'
import enDataRights from '@/messages/en/data-rights.json'
import enForm from '@/messages/en/form.json'
import enGuide from '@/messages/en/guide.json'
import enGuideSearch from '@/messages/en/guide-search.json'
import enHome from '@/messages/en/home.json'
import enIntegrators from '@/messages/en/integrators.json'
import enLookAgain from '@/messages/en/look-again.json'
import enMandate from '@/messages/en/mandate.json'
import enNotices from '@/messages/en/notices.json'
import enNotifications from '@/messages/en/notifications.json'
import enOffices from '@/messages/en/offices.json'
import enOutbox from '@/messages/en/outbox.json'
import enOversight from '@/messages/en/oversight.json'
import enPaper from '@/messages/en/paper.json'
import enPhoneAtCounter from '@/messages/en/phone-at-counter.json'
import enPrint from '@/messages/en/print.json'
import enPrivacy from '@/messages/en/privacy.json'
import enProblem from '@/messages/en/problem.json'
import enRating from '@/messages/en/rating.json'
import enRevocation from '@/messages/en/revocation.json'
import enSecondFactor from '@/messages/en/second-factor.json'
import enShare from '@/messages/en/share.json'
import enShell from '@/messages/en/shell.json'
import enSignIn from '@/messages/en/sign-in.json'
import enStaff from '@/messages/en/staff.json'
import enStaffAccount from '@/messages/en/staff-account.json'
import enSupervision from '@/messages/en/supervision.json'
import enTransparency from '@/messages/en/transparency.json'
import enVerify from '@/messages/en/verify.json'
import zhAccessibility from '@/messages/zh-CN/accessibility.json'
import zhAccount from '@/messages/zh-CN/account.json'
import zhActions from '@/messages/zh-CN/actions.json'
import zhAdmin from '@/messages/zh-CN/admin.json'
import zhApplications from '@/messages/zh-CN/applications.json'
import zhApply from '@/messages/zh-CN/apply.json'
import zhAssistance from '@/messages/zh-CN/assistance.json'
import zhAssistedPrint from '@/messages/zh-CN/assisted-print.json'
import zhAudit from '@/messages/zh-CN/audit.json'
import zhAuditDetails from '@/messages/zh-CN/audit-details.json'
import zhCertificate from '@/messages/zh-CN/certificate.json'
import zhCharacters from '@/messages/zh-CN/characters.json'
import zhComplaints from '@/messages/zh-CN/complaints.json'
import zhConfirm from '@/messages/zh-CN/confirm.json'
import zhCorrespondence from '@/messages/zh-CN/correspondence.json'
import zhDataCopy from '@/messages/zh-CN/data-copy.json'
import zhDataRights from '@/messages/zh-CN/data-rights.json'
import zhForm from '@/messages/zh-CN/form.json'
import zhGuide from '@/messages/zh-CN/guide.json'
import zhGuideSearch from '@/messages/zh-CN/guide-search.json'
import zhHome from '@/messages/zh-CN/home.json'
import zhIntegrators from '@/messages/zh-CN/integrators.json'
import zhLookAgain from '@/messages/zh-CN/look-again.json'
import zhMandate from '@/messages/zh-CN/mandate.json'
import zhNotices from '@/messages/zh-CN/notices.json'
import zhNotifications from '@/messages/zh-CN/notifications.json'
import zhOffices from '@/messages/zh-CN/offices.json'
import zhOutbox from '@/messages/zh-CN/outbox.json'
import zhOversight from '@/messages/zh-CN/oversight.json'
import zhPaper from '@/messages/zh-CN/paper.json'
import zhPhoneAtCounter from '@/messages/zh-CN/phone-at-counter.json'
import zhPrint from '@/messages/zh-CN/print.json'
import zhPrivacy from '@/messages/zh-CN/privacy.json'
import zhProblem from '@/messages/zh-CN/problem.json'
import zhRating from '@/messages/zh-CN/rating.json'
import zhRevocation from '@/messages/zh-CN/revocation.json'
import zhSecondFactor from '@/messages/zh-CN/second-factor.json'
import zhShare from '@/messages/zh-CN/share.json'
import zhShell from '@/messages/zh-CN/shell.json'
import zhSignIn from '@/messages/zh-CN/sign-in.json'
import zhStaff from '@/messages/zh-CN/staff.json'
import zhStaffAccount from '@/messages/zh-CN/staff-account.json'
import zhSupervision from '@/messages/zh-CN/supervision.json'
import zhTransparency from '@/messages/zh-CN/transparency.json'
import zhVerify from '@/messages/zh-CN/verify.json'
import type { Language } from './languages'

/** One file of messages/<language>/ is one namespace. Chinese is the master: what English lacks does not compile. */
const chinese = {
  transparency: zhTransparency,
  supervision: zhSupervision,
  paper: zhPaper,
  print: zhPrint,
  admin: zhAdmin,
  account: zhAccount,
  accessibility: zhAccessibility,
  actions: zhActions,
  applications: zhApplications,
  apply: zhApply,
  'assisted-print': zhAssistedPrint,
  assistance: zhAssistance,
  audit: zhAudit,
  'audit-details': zhAuditDetails,
  certificate: zhCertificate,
  characters: zhCharacters,
  complaints: zhComplaints,
  confirm: zhConfirm,
  correspondence: zhCorrespondence,
  'data-copy': zhDataCopy,
  'data-rights': zhDataRights,
  form: zhForm,
  guide: zhGuide,
  'guide-search': zhGuideSearch,
  home: zhHome,
  'look-again': zhLookAgain,
  mandate: zhMandate,
  notices: zhNotices,
  integrators: zhIntegrators,
  notifications: zhNotifications,
  offices: zhOffices,
  outbox: zhOutbox,
  oversight: zhOversight,
  privacy: zhPrivacy,
  problem: zhProblem,
  revocation: zhRevocation,
  'second-factor': zhSecondFactor,
  'phone-at-counter': zhPhoneAtCounter,
  rating: zhRating,
  share: zhShare,
  shell: zhShell,
  'sign-in': zhSignIn,
  staff: zhStaff,
  'staff-account': zhStaffAccount,
  verify: zhVerify,
}

export type Messages = typeof chinese

const english: Messages = {
  transparency: enTransparency,
  supervision: enSupervision,
  paper: enPaper,
  print: enPrint,
  admin: enAdmin,
  account: enAccount,
  accessibility: enAccessibility,
  actions: enActions,
  applications: enApplications,
  apply: enApply,
  'assisted-print': enAssistedPrint,
  assistance: enAssistance,
  audit: enAudit,
  'audit-details': enAuditDetails,
  certificate: enCertificate,
  characters: enCharacters,
  complaints: enComplaints,
  confirm: enConfirm,
  correspondence: enCorrespondence,
  'data-copy': enDataCopy,
  'data-rights': enDataRights,
  form: enForm,
  guide: enGuide,
  'guide-search': enGuideSearch,
  home: enHome,
  'look-again': enLookAgain,
  mandate: enMandate,
  notices: enNotices,
  integrators: enIntegrators,
  notifications: enNotifications,
  offices: enOffices,
  outbox: enOutbox,
  oversight: enOversight,
  privacy: enPrivacy,
  problem: enProblem,
  revocation: enRevocation,
  'second-factor': enSecondFactor,
  'phone-at-counter': enPhoneAtCounter,
  rating: enRating,
  share: enShare,
  shell: enShell,
  'sign-in': enSignIn,
  staff: enStaff,
  'staff-account': enStaffAccount,
  verify: enVerify,
}

export const MESSAGES: Record<Language, Messages> = { 'zh-CN': chinese, en: english }

/** For the client components in components/ and for error.tsx; others are given their texts. */
export function wordsForBrowser(language: Language): WordsForBrowser {
  const { form, problem } = MESSAGES[language]
  const { offline: _, ...ofErrors } = problem
  return { form, problem: ofErrors }
}
