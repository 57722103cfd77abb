export {
  type AskAtOfficeFailure,
  askForPhoneChangeAtOffice,
  mayChangePhones,
  type PhoneOfPerson,
  type SeenDocument,
} from './ask-at-office'
export { type ContestedChange, contestedChangeOf } from './contested-change'
export {
  type FinishAtOfficeFailure,
  findPhoneChangeAtOffice,
  finishPhoneChangeAtOffice,
} from './finish-at-office'
export {
  findObjection,
  type ObjectionRequest,
  type ObjectionState,
  objectToPhoneChange,
} from './object-to-phone-change'
export {
  askForOwnPhoneChange,
  findOwnPhoneChange,
  finishOwnPhoneChange,
  type OwnPhoneChange,
} from './own-phone-change'
export {
  countPhoneChangesToReview,
  forgetUnfinishedPhoneChanges,
  type OfficePhoneChange,
  phoneChangesAtOffices,
  reviewPhoneChange,
} from './review-phone-changes'
export { documentOfSeen, isSeenDocument, seenDocuments } from './seen-documents'
