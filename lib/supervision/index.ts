export { endOfToday } from './end-of-today'
export { findCase, type StaffCase } from './find-case'
export {
  officeQueue,
  QUEUE_PAGE_SIZE,
  type QueueFigures,
  type QueueFilter,
  type QueuePosition,
  type QueueRow,
  queueFigures,
} from './office-queue'
export { openSupervisionRecord } from './open-supervision-record'
export { type PartyRole, revealIdNumbers } from './reveal-id-numbers'
export { type FoundCase, foundCases, type SearchFailure, searchCases } from './search-cases'
export { mayReadQueue, officesOfStaff, type StaffOffice } from './staff-offices'
