export { forgetOldCodes } from './forget-old-codes'
export { INITIAL_PASSWORD_DAYS, initialPasswordUntil, newInitialPassword } from './initial-password'
export {
  type CheckedCode,
  type CodePurpose,
  type CodeRecipient,
  checkOneTimeCode,
  consumeOneTimeCode,
  readOneTimeCode,
  secondsUntilNextCode,
  sendOneTimeCode,
} from './one-time-codes'
export * from './openid'
export { ownAccount } from './own-account'
export { askToConfirmEmail, keepConfirmedEmail, removeEmail } from './own-email'
export { changeOwnPassword, chooseOwnPassword, type OwnPasswordFailure } from './own-password'
export {
  endOtherSessions,
  type OwnSession,
  type RestOfSession,
  restOfSession,
  sessionsOf,
} from './own-sessions'
export { longestChosenPassword, shortestPassword } from './password-rules'
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
export * from './phone'
export { residentOf, type SignInFailure, signInResident } from './resident-sign-in'
export * from './rules'
export { secretToSetUp } from './second-factor/authenticators'
export { endSessionsOfStaff } from './second-factor/begin-work'
export {
  addFactor,
  type FactorToRemove,
  makeRecoveryCodes,
  removeFactor,
} from './second-factor/change-own-factors'
export { type DemoCode, demoAuthenticator } from './second-factor/demo-authenticator'
export { hasFactor } from './second-factor/has-factor'
export {
  factorsOf,
  forgetFactors,
  type NewFactor,
  type NewFactorFailure,
  type OwnFactors,
  setUpFirstFactor,
} from './second-factor/own-factors'
export { askForNewPasskey, askForPasskey } from './second-factor/passkeys'
export { hasRecentFactor, recentFactorMinutes, showFactorAgain } from './second-factor/recent-factor'
export { showSecondFactor } from './second-factor/show-second-factor'
export type { FactorFailure, ShownFactor } from './second-factor/shown-factor'
export { newTotpSecret, totpAt, totpLink } from './second-factor/totp'
export type { Place } from './second-factor/tries'
export {
  endSession,
  type FirstStep,
  findFirstStep,
  findSession,
  longestSessionSeconds,
  type ResidentViewer,
  type StaffRole,
  type StaffViewer,
  startFirstStep,
  startSession,
  type Viewer,
} from './sessions'
export { signInStaff } from './staff-sign-in'
