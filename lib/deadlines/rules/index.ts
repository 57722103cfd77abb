// import-calendar.ts is not among these: only the importer needs the package behind it.
export { type DueDate, dayOnWhichItCounts, dueAt, hasRunOut, LONGEST_PERIOD } from './due-date'
export { type ExplainedDay, type Extension, explainDate, type Pause } from './explain-date'
export { type ExtensionFailure, extend } from './extension'
export {
  closingOf,
  minutesOfOfficeDay,
  type OfficeHours,
  type OfficeTime,
  officeMinutesLeftThatDay,
  openingOf,
} from './office-hours'
export { pauseClock, resumeClock, type TimeLeftAtPause } from './pause'
export { type RecomputedDate, type RunningClock, recomputeDueDate } from './recompute'
export {
  type ApplicantReminder,
  applicantReminderTimes,
  type OfficeReminder,
  officeReminderTimes,
  remindThrough,
} from './reminders'
export {
  addDays,
  type CivilDate,
  isWeekend,
  shanghaiDayOf,
  shanghaiInstant,
  type TimeOfDay,
  timeOfDayOf,
  yearOf,
} from './shanghai-time'
export { type TimeLeft, timeLeft, type Urgency, urgency } from './urgency'
export {
  type CalendarDay,
  type DayDescription,
  datesBetween,
  type WorkingCalendar,
  workingCalendar,
  workingDayAfter,
  workingDayBefore,
  workingDaysBetween,
} from './working-calendar'
