export { type Answer, answerOf, answers } from './answers'
export { checkPerson, type PersonCheckFailure } from './check-person'
export {
  recordVerification,
  type VerificationChannel,
  type VerificationFailure,
} from './find-for-verification'
export { takeVerification, verificationLimits } from './limit-verifications'
export {
  findAsked,
  findReplacement,
  type Question,
  sayWhatIsShown,
  type Verification,
  verifyCertificate,
} from './verify-certificate'
