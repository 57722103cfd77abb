export { findSharedStatus, type SharedStatus } from './find-shared-status'
export {
  endShare,
  SHARE_LASTS_DAYS,
  type ShareFailure,
  type StatusShare,
  shareStatus,
  sharesOfCase,
} from './share-status'
