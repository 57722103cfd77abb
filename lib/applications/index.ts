export { acceptApplication } from './accept-application'
export {
  answerCorrection,
  type CorrectionAnswer,
  type CorrectionAnswerFailure,
  LONGEST_ANSWER,
} from './answer-correction'
export { applicationsOf, type OwnApplication } from './applications-of-resident'
export { askOtherParentAgain } from './ask-other-parent-again'
export * from './assistance'
export { CLAIM_LASTS_MINUTES, claimCase, holdsClaim, releaseCase, takeNextCase } from './claim-case'
export {
  type ConfirmationFailure,
  type ConfirmationRequest,
  confirmOtherParent,
  findConfirmationRequest,
  sendConfirmationCode,
} from './confirm-other-parent'
export { type CorrectableField, correctableFields, isCorrectableField } from './correctable-fields'
export {
  type DeclaredFact,
  type DeclaredFacts,
  factsToCorrect,
  isDeclaredFact,
} from './corrected-facts'
export { type Commitment, currentCommitment } from './current-commitment'
export {
  type DocumentToShow,
  documentsToShow,
  documentThatShows,
  isDocumentToShow,
} from './documents-to-show'
export * from './drafts'
export { declaredFactsOf } from './facts-of-case'
export { findOwnApplication, type OwnCase, type OwnEvent } from './find-own-application'
export * from './form'
export { type FrequentCorrection, forThisApplication, frequentCorrections } from './frequent-corrections'
export { asFirstContact, type CaseFailure, handleOpenCase } from './handle-open-case'
export { handleOwnCase } from './handle-own-case'
export { isOwn } from './is-own'
export {
  type Actor,
  type Application,
  makeTransition,
  makeTransitions,
  recordEvent,
  recordEvents,
} from './make-transition'
export * from './mandate'
export { type HandlingFailure, whyNotFound, whyNotHandle } from './may-handle-case'
export { byCounty, type PublishedOffice, publishedOffices } from './published-offices'
export { type ActSeenByReader, type ReaderOfCase, readerOfCase, whoseAct } from './reader-of-case'
export { newReference, readReference, referenceOf } from './reference'
export {
  answerDueIfSentNow,
  type CorrectionFailure,
  type CorrectionItem,
  lastMomentForNotice,
  noticeMayBeSentUntil,
  requestCorrection,
  whyNotNotify,
} from './request-correction'
export * from './status-share'
export {
  isEventOfCase,
  isForTheApplicant,
  isTold,
  type StoryEntry,
  storyOfCase,
  type ToldEvent,
} from './story-of-case'
export {
  findOpenApplication,
  type SubmissionFailure,
  submitApplication,
} from './submit-application'
export { type TransferFailure, transferApplication } from './transfer-application'
export {
  type ApplicationStatus,
  allows,
  applicationStatuses,
  openStatuses,
  type TransitionName,
  transitions,
  transitionsFrom,
} from './transitions'
export { type ActedWithoutStaff, isActOfProxy, whoActedWithoutStaff } from './who-acted'
export { withdraw as withdrawLockedCase, withdrawApplication } from './withdraw-application'
