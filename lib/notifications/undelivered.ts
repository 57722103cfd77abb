import { and, desc, eq, isNotNull, ne, type SQL, sql } from 'drizzle-orm'
import { notifications } from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import { isNotificationTemplate, type NotificationTemplate } from './templates'

export type Undelivered = { template: NotificationTemplate; channel: 'sms' | 'email'; at: Date; why: string }

/** The newest message about a case that did not reach the resident, unless a later one on the same way did. */
export async function undeliveredOfCase(
  { applicationId }: { applicationId: string },
  { db }: { db: Queryable },
): Promise<Undelivered | null> {
  return newestUndelivered(db, eq(notifications.applicationId, applicationId))
}

/** The same over everything that was sent to a resident. */
export async function undeliveredOf(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<Undelivered | null> {
  return newestUndelivered(db, eq(notifications.residentId, viewer.residentId))
}

async function newestUndelivered(db: Queryable, whose: SQL): Promise<Undelivered | null> {
  const [row] = await db
    .select()
    .from(notifications)
    .where(
      and(
        whose,
        isNotNull(notifications.failedAt),
        isNotNull(notifications.residentId),
        ne(notifications.channel, 'portal'),
        // To the number or address that still counts; one that was changed is no news any more.
        sql`not exists (select from notifications later where later.resident_id = ${notifications.residentId}
          and later.channel = ${notifications.channel} and later.created_at > ${notifications.createdAt}
          and (later.sent_at is not null or later.recipient_lookup <> ${notifications.recipientLookup}))`,
      ),
    )
    .orderBy(desc(notifications.createdAt))
    .limit(1)
  if (!row?.failedAt || row.channel === 'portal' || !isNotificationTemplate(row.template)) return null
  return { template: row.template, channel: row.channel, at: row.failedAt, why: row.failure ?? '' }
}
