import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { applications, notifications } from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import { isNotificationTemplate, type NotificationTemplate } from './templates'

/** Where a message stands on its way out; `portal`: it went nowhere else, as the resident wanted. */
export type Delivery = 'portal' | 'waiting' | 'sent' | 'failed'

export type Notice = {
  id: string
  template: NotificationTemplate
  reference: string | null
  /** A path of ours. */
  link: string | null
  createdAt: Date
  isUnread: boolean
  channel: 'sms' | 'email' | 'portal'
  delivery: Delivery
  /** Whether it also went to the e-mail address. */
  alsoByEmail: boolean
}

const shownNotices = 100
const copy = alias(notifications, 'copy')

/** Codes are for the moment, and copies stand for the same message. */
const ofResident = (viewer: ResidentViewer) =>
  and(eq(notifications.residentId, viewer.residentId), isNull(notifications.copyOf))

/** A resident's messages, the newest first. */
export async function noticesOf(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<Notice[]> {
  const rows = await db
    .select({
      notice: notifications,
      reference: applications.reference,
      alsoByEmail: sql<boolean>`exists (select from ${notifications} ${copy}
        where ${copy.copyOf} = ${notifications.id} and ${copy.failedAt} is null)`,
    })
    .from(notifications)
    .leftJoin(applications, eq(applications.id, notifications.applicationId))
    .where(ofResident(viewer))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(shownNotices)
  return rows.flatMap(({ notice, reference, alsoByEmail }) => {
    const { id, template, values, channel, createdAt, readAt } = notice
    if (!isNotificationTemplate(template)) return []
    const link = values.link?.startsWith('/') ? values.link : null
    const delivery = deliveryOf(notice)
    const isUnread = readAt === null
    return [{ id, template, reference, link, createdAt, isUnread, channel, delivery, alsoByEmail }]
  })
}

/** How far a message came. */
export function deliveryOf({
  channel,
  sentAt,
  failedAt,
}: Pick<typeof notifications.$inferSelect, 'channel' | 'sentAt' | 'failedAt'>): Delivery {
  if (channel === 'portal') return 'portal'
  if (failedAt) return 'failed'
  return sentAt ? 'sent' : 'waiting'
}

/** How many messages a resident has not seen in their list. */
export async function countUnreadNotices(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notifications)
    .where(and(ofResident(viewer), isNull(notifications.readAt)))
  return row?.unread ?? 0
}

/** The resident has their list in front of them: what stands in it is not new any more. */
export async function markNoticesRead(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: sql`service_now()` })
    .where(and(ofResident(viewer), isNull(notifications.readAt)))
}
