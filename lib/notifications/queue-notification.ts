import { randomUUID } from 'node:crypto'
import { personalLookup } from '@/db/personal-data'
import { notifications } from '@/db/schema'
import type { Transaction } from '@/lib/platform/database'
import { enqueueJobs } from '@/lib/platform/jobs/enqueue'
import type { Language, NotificationTemplate } from './templates'

export type QueuedNotification = {
  channel: 'sms' | 'email'
  /** A phone number as `readPhoneNumber` gives it, or an e-mail address. */
  recipient: string
  residentId?: string
  staffId?: string
  applicationId?: string
  template: NotificationTemplate
  language: Language
  /** What the words need: `link` (a path or an address), `code` or `count`; nothing that tells about a person. */
  values: Record<string, string>
}

/** Queues a message in the transaction that causes it: both are kept or neither. */
export async function queueNotification(
  transaction: Transaction,
  notification: QueuedNotification,
): Promise<void> {
  await queueNotifications(transaction, [notification])
}

/** Queues many messages, each as a job of its own. */
export async function queueNotifications(
  transaction: Transaction,
  queued: readonly QueuedNotification[],
): Promise<void> {
  const rows = queued.map(notification => ({
    ...notification,
    id: randomUUID(),
    recipientLookup: personalLookup({
      kind: notification.channel === 'email' ? 'email' : 'phone',
      value: notification.recipient,
    }),
  }))
  await Promise.all([
    transaction.insert(notifications).values(rows),
    enqueueJobs(transaction, {
      name: 'send-notification',
      payloads: rows.map(({ id }) => ({ notificationId: id })),
    }),
  ])
}
