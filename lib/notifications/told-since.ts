import { and, eq, gte, isNotNull } from 'drizzle-orm'
import { notifications } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import type { NotificationTemplate } from './templates'

/** Who was sent a message of a kind since a moment: a digest goes to each person once a day (DESIGN §4). */
export async function toldSince(
  db: Queryable,
  { template, since, whom }: { template: NotificationTemplate; since: Date; whom: 'staff' | 'residents' },
): Promise<Set<string>> {
  const column = whom === 'staff' ? notifications.staffId : notifications.residentId
  const rows = await db
    .selectDistinct({ id: column })
    .from(notifications)
    .where(and(eq(notifications.template, template), gte(notifications.createdAt, since), isNotNull(column)))
  return new Set(rows.flatMap(({ id }) => id ?? []))
}
