export { type Answer, answerOf, answers } from './answers'
export { checkPerson, type PersonCheckFailure } from './check-person'
export {
  recordVerification,
  type VerificationChannel,
  type VerificationFailure,
} from './find-for-verification'
export { takeVerification, verificationLimits } from './limit-verifications'
export { type PastVerification, verificationsOfCertificate } from './verifications-of-certificate'
export {
  type Finding,
  findAsked,
  findReplacement,
  type Question,
  sayWhatIsShown,
  verifyCertificate,
} from './verify-certificate'
