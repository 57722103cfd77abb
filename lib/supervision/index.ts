export {
  type CloseRecordFailure,
  closeSupervisionRecord,
  SHORTEST_FINDING,
} from './close-supervision-record'
export { complaintsOnTimeThisMonth } from './complaints-on-time'
export { type DemoAccount, demoAccounts } from './demo-accounts'
export { endOfToday } from './end-of-today'
export { factsOf, findCase, recordRefusalOfCase, type StaffCase } from './find-case'
export { type Ending, findEnding } from './find-ending'
export type { ListPosition } from './list-position'
export { mayCloseRecords, maySupervise } from './may-supervise'
export {
  officeQueue,
  QUEUE_PAGE_SIZE,
  type QueueFigures,
  type QueueFilter,
  type QueuePosition,
  type QueueRow,
  queueFigures,
} from './office-queue'
export { type Load, officerLoad, onTimeThisMonth, shareOnTime } from './officer-load'
export { openSupervisionRecords } from './open-supervision-record'
export { type Colleague, colleaguesOf, type ReassignFailure, reassignCase } from './reassign-case'
export { type PartyRole, revealIdNumbers } from './reveal-id-numbers'
export { type RightFirstTime, type RightShare, rightFirstTime } from './right-first-time'
export { type FoundCase, foundCases, type SearchFailure, searchCases } from './search-cases'
export { mayReadQueue, officesOfStaff, type StaffOffice } from './staff-offices'
export {
  type SupervisedCase,
  type SupervisedList,
  supervisedCases,
  supervisedLists,
} from './supervised-cases'
export { extensionRequestsToAnswer, type SupervisedExtensionRequest } from './supervised-extension-requests'
export { proposalsToAnswer, returnedProposals, type SupervisedProposal } from './supervised-proposals'
export { type SupervisionFigures, supervisionFigures } from './supervision-figures'
export {
  findSupervisionRecord,
  type RecordedEvent,
  type SupervisionRecord,
  supervisionRecordsOf,
} from './supervision-records'
export { wholePercent } from './whole-percent'
