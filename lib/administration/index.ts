export { addFirstAdministrator } from './add-first-administrator'
export { type AddStaffFailure, addStaffMember, type NewStaffMember } from './add-staff-member'
export { changeOffice, type OfficeChange, type OfficeFailure } from './change-office'
export {
  type ChangeStaffFailure,
  changeStaffMember,
  deactivateStaffMember,
  reactivateStaffMember,
  renewStaffPassword,
} from './change-staff-member'
export {
  hasTimeMachine,
  type Journey,
  type JourneyFailure,
  moveServiceClock,
  type ServiceClock,
  serviceClockNow,
} from './move-service-clock'
export {
  allReasonVersions,
  publishReasonVersion,
  type ReasonFailure,
  type ReasonTexts,
  type ReasonVersion,
  reasonTexts,
  retireReason,
} from './reason-versions'
export { resetStaffAccess } from './reset-staff-access'
export { findStaffMember, type StaffMember, staffMembers } from './staff-members'
export { hasOffices, type PostFailure, staffRoles } from './staff-rules'
export {
  addTimeLimit,
  allTimeLimits,
  type LimitFailure,
  type NewTimeLimit,
  timeLimitKinds,
} from './time-limits'
