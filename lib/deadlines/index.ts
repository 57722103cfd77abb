export { answerIfAppliedNow } from './answer-if-applied-now'
export {
  type CalendarYear,
  calendarYearAsTyped,
  calendarYearFromPackage,
  publishedCalendarYears,
} from './calendar/calendar-years'
export { type MovedDeadline, previewCalendarYear } from './calendar/preview-calendar-year'
export { publishCalendarYear } from './calendar/publish-calendar-year'
export {
  type NoticeField,
  type NoticeProblem,
  type NoticeProblems,
  readYearNotice,
  type TypedNotice,
  type YearNotice,
} from './calendar/read-year-notice'
export { calendarInForce } from './calendar-in-force'
export { carryOutDueDeadlines } from './carry-out-due-deadlines'
export { carryOutLapse } from './carry-out-lapse'
export { type ClockOfCase, isClockOfCase, isClockOfCaseSql } from './clock-of-case'
export {
  cancelClocks,
  type Deadline,
  findRunningDeadline,
  handClockToApplicant,
  handClockToOffice,
  meetClock,
  startComplaintClock,
  startOfficeClock,
} from './clocks'
export { countDeadline, inShanghaiZone, readWorkingDays, usualHours } from './count-deadline'
export { explainDeadline } from './explain-deadline'
export { extendDeadline } from './extend-deadline'
export {
  declineExtension,
  type ExtensionRequestFailure,
  findOpenExtensionRequest,
  type OpenExtensionRequest,
  requestExtension,
} from './extension-requests'
export { holdCalendar } from './hold-calendar'
export { limitInForce, type TimeLimit, type TimeLimitKind } from './limit-in-force'
export { publishedLimits } from './limits-in-force'
export { lockOpenCase, type OpenCase, type OpenCaseFailure } from './lock-open-case'
export { officeTime } from './office-time'
export { type PausedClock, pausedClock } from './paused-clock'
export { type PossibleExtension, possibleExtensions } from './possible-extensions'
export { sendReminders } from './reminders/send-reminders'
export * from './rules'
