export * from './assisted-prints'
export { findCertificateOfCase, findOwnCertificate, versionsOfCase } from './find-certificate'
export { isHolder, readDocumentEnding } from './is-holder'
export { type IssuedOrWaiting, issueCertificates } from './issue-certificate'
export {
  activeSigningKey,
  findPublishedKey,
  publishedJwk,
  publishedJwks,
  publishedKeyInMemory,
  publishedKeys,
  publishKey,
  withdrawKey,
} from './keys/active-key'
export { endOfKey, isSoonAtItsEnd } from './keys/end-of-key'
export { publicJwk, readPublicKey, readSigningKey } from './keys/signing-key'
export { inGroupsOfFour, readCertificateNumber, readCheckCode } from './numbers/short-number'
export { charactersThatDoNotPrint } from './paper/characters-that-do-not-print'
export type { Outline } from './paper/fonts'
export { nameAsPrinted, pictureOfCharacter } from './paper/name-as-printed'
export { rareFontFile, rareFontStyle } from './paper/rare-characters'
export { dateOnPaper } from './paper/say-date'
export * from './print-codes'
export { drawQrCode } from './qr-code/draw-qr-code'
export { type ReissueFailure, reissueCertificate } from './reissue-certificate'
export * from './revocation'
export { LIST_LIFETIME_SECONDS, publishedStatusList } from './status-list/published-list'
export { readCertificateToken, type TokenFailure, tokenFromLink } from './token/certificate-token'
export type { CertificateType, TokenContent } from './token/token-content'
export * from './waiting'
export type { Certificate } from './write-certificate'
