import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { notifications } from '@/db/schema'
import type { Transaction } from '@/lib/platform/database'
import { enqueueJobs } from '@/lib/platform/jobs/enqueue'
import type { Language, NotificationTemplate } from './templates'

/** On which way to whom; in the portal alone a message is there at once. */
export type Way =
  /** A phone number as `readPhoneNumber` gives it. */
  { channel: 'sms'; recipient: string } | { channel: 'email'; recipient: string } | { channel: 'portal' }

export type QueuedNotification = Way & {
  /** Given where copies of this message refer to it. */
  id?: string
  copyOf?: string
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
  if (queued.length === 0) return
  const rows = queued.map(notification => ({
    ...notification,
    id: notification.id ?? randomUUID(),
    ...recipientOf(notification),
    sentAt: notification.channel === 'portal' ? sql`service_now()` : null,
  }))
  const outgoing = rows.filter(({ channel }) => channel !== 'portal')
  await Promise.all([
    transaction.insert(notifications).values(rows),
    enqueueJobs(transaction, {
      name: 'send-notification',
      payloads: outgoing.map(({ id }) => ({ notificationId: id })),
    }),
  ])
}

function recipientOf(way: Way): { recipient: string; recipientLookup: string } {
  if (way.channel === 'portal') return { recipient: '', recipientLookup: '' }
  const kind = way.channel === 'email' ? 'email' : 'phone'
  return { recipient: way.recipient, recipientLookup: personalLookup({ kind, value: way.recipient }) }
}
