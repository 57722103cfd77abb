export { type Answer, answerOf, answers } from './answers'
export { checkPerson, type PersonCheckFailure } from './check-person'
export type {
  VerificationChannel,
  VerificationFailure,
} from './find-for-verification'
export { takeVerification, verificationLimits } from './limit-verifications'
export {
  isVerificationPurpose,
  LONGEST_PURPOSE,
  type PurposeFailure,
  readPurpose,
  type VerificationPurpose,
  verificationPurposes,
} from './purposes'
export { tellPurpose } from './tell-purpose'
export { type PastVerification, verificationsOfCertificate } from './verifications-of-certificate'
export {
  type Finding,
  findAsked,
  findReplacement,
  type Question,
  verifyCertificate,
} from './verify-certificate'
