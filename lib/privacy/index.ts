export {
  type AnswerRequestFailure,
  answerRequest,
  countRequestsToAnswer,
  type RequestForAuditor,
  requestsForAuditor,
} from './answer-request'
export { askForCopy, COPY_FETCHED_WITHIN_MINUTES, mayFetchCopy } from './ask-for-copy'
export { type CopyOfEverything, copyOfEverything } from './copy/copy-of-everything'
export { readableCopy } from './copy/readable-copy'
export { eraseOwnData } from './erase-own-data'
export { eraseWhatHasRunOut, forgetCounters } from './erase-what-has-run-out'
export { type Erasures, erasuresByRule } from './erasures'
export type { DataRequest } from './keep-request'
export type { WhyKept } from './may-be-erased'
export { type OwnRecord, ownRecords } from './own-records'
export { askInOwnWords, LONGEST_REQUEST, type OwnWordsFailure, requestsOf } from './own-requests'
export { type RetentionRule, retentionInForce } from './retention-in-force'
export { type WhyAccountStays, whyAccountStays } from './why-account-stays'
export { type ConsentFailure, withdrawConsent } from './withdraw-consent'
