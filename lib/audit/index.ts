export {
  type AccessAlert,
  accessAlertsFor,
  type CloseAlertFailure,
  closeAccessAlert,
  countOpenAlerts,
  LONGEST_ALERT_NOTE,
} from './alerts/close-alert'
export { raiseAccessAlerts } from './alerts/raise-alerts'
export { type AccessAlertRule, accessLimits } from './alerts/unusual-looks'
export type { TrustedKey } from './chain/checkpoint'
export type { Finding } from './chain/walk-chains'
export { type AnswerExportFailure, answerExport } from './exports/answer-export'
export { type Colleague, countExportsToAnswer, exportsFor, type LogExport } from './exports/find-exports'
export { EXPORT_OPEN_HOURS, type ExportState, maySeeExports } from './exports/may-export'
export {
  LONGEST_EXPORT_REASON,
  type RequestExportFailure,
  requestExport,
  SHORTEST_EXPORT_REASON,
} from './exports/request-export'
export { linesOfProof, whatIsWrongWithExport, whatIsWrongWithFile } from './exports/signed-export'
export { MOST_EXPORTED } from './exports/table-of-log'
export { takeExport } from './exports/take-export'
export { isLoggedAction, type LoggedAction, logOfAction } from './log/logged-actions'
export { type NamesInDetails, namesInDetails } from './log/names-in-details'
export { type NewestCheckpoint, newestCheckpoint } from './log/newest-checkpoint'
export { recordLogSearch } from './log/record-log-search'
export { type LogEntry, type LogFilter, type LogPosition, searchLog } from './log/search-log'
export { type ChangeOfAccount, recordAccountChange } from './record-account-change'
export { type ChangeOfService, recordChange } from './record-change'
export {
  type PurposeOfView,
  purposesOfViews,
  recordRefusedLook,
  recordView,
} from './record-view'
export { type Sitting, sittingsOf } from './sittings'
export {
  type CheckpointFinding,
  type UnprovenCheckpoint,
  type Verification,
  verifyLogs,
} from './verify-logs'
export { type View, viewsOfApplication } from './views-of-application'
export { writeCheckpoint } from './write-checkpoint'
