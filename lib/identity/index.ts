export { forgetOldCodes } from './forget-old-codes'
export {
  type CheckedCode,
  type CodePurpose,
  checkOneTimeCode,
  consumeOneTimeCode,
  readOneTimeCode,
  sendOneTimeCode,
} from './one-time-codes'
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
export { signInResident } from './resident-sign-in'
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
