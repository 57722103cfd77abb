export { forgetOldCodes } from './forget-old-codes'
export {
  type CheckedCode,
  type CodePurpose,
  type CodeRecipient,
  checkOneTimeCode,
  consumeOneTimeCode,
  readOneTimeCode,
  sendOneTimeCode,
} from './one-time-codes'
export * from './openid'
export { endOtherSessions, type OwnSession, sessionsOf } from './own-sessions'
export { hashPassword, verifyPassword } from './passwords'
export {
  type MayWork,
  mayAdministrate,
  mayAudit,
  mayConfirmRejection,
  mayReadApplication,
  maySuperviseOffice,
  mayWorkOnCase,
} from './permissions'
export { type SignInFailure, signInResident } from './resident-sign-in'
export * from './rules'
export {
  endSession,
  findSession,
  longestSessionSeconds,
  type ResidentViewer,
  type StaffRole,
  type StaffViewer,
  startSession,
  type Viewer,
} from './sessions'
export { signInStaff } from './staff-sign-in'
