export { type Gateways, gatewaysOf, sendsEmail } from './delivery/gateways'
export { countUnreadNotices, type Delivery, markNoticesRead, type Notice, noticesOf } from './inbox'
export { notifyAccount, notifyResident, notifyResidents } from './notify-resident'
export { notifyStaff } from './notify-staff'
export { latestNotifications, type OutboxMessage } from './outbox'
export { keepPreferences, type Preferences, preferencesOf } from './preferences'
export { type QueuedNotification, queueNotification, queueNotifications } from './queue-notification'
export { renderNotification, subjectOfNotification } from './render-notification'
export { sendNotification } from './send-notification'
export {
  isNeeded,
  isNotificationTemplate,
  type Language,
  languageOf,
  type NotificationTemplate,
  notificationTemplates,
} from './templates'
export { toldSince } from './told-since'
export { type Undelivered, undeliveredOf, undeliveredOfCase } from './undelivered'
