export { readBirthCertificateNumber, readChildBirthDate } from './child'
export { type EmailFailure, maskEmail, readEmailAddress } from './email-address'
export {
  type IdentityDocument,
  type IdentityDocumentFailure,
  type IdentityDocumentKind,
  identityDocumentKinds,
  isIdentityDocumentKind,
  readIdentityDocument,
} from './identity-documents'
export {
  foldName,
  LONGEST_NAME,
  maskName,
  nameComparisonKey,
  namesEqual,
  type PersonNameFailure,
  readPersonName,
} from './person-name'
export { displayPhone, maskPhone, type PhoneFailure, readPhoneNumber } from './phone-number'
export {
  maskIdNumber,
  type ResidentIdFailure,
  readResidentIdNumber,
  residentIdCheckCharacter,
} from './resident-id-number'
