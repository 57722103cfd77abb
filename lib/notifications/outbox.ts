import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { notifications } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import { renderNotification } from './render-notification'
import { type Language, languageOf, type NotificationTemplate } from './templates'

export type OutboxMessage = {
  id: string
  recipient: string
  template: NotificationTemplate
  language: Language
  text: string
  /** The one-time code in it, if it carries one. */
  code: string | null
  createdAt: Date
  sentAt: Date | null
}

/** The newest messages, for the demo's outbox only: who calls this shows nothing of it outside the demo. */
export async function latestNotifications(
  { limit, phone }: { limit: number; phone?: string },
  { db, publicUrl }: { db: Queryable; publicUrl: string },
): Promise<OutboxMessage[]> {
  const toPhone =
    phone === undefined
      ? undefined
      : eq(notifications.recipientLookup, personalLookup({ kind: 'phone', value: phone }))
  const rows = await db
    .select()
    .from(notifications)
    .where(and(ne(notifications.channel, 'portal'), toPhone))
    // Whoever sets the demo's clock forward and back again looks for what was sent now, not for what lies ahead.
    .orderBy(
      sql`${notifications.createdAt} > service_now()`,
      desc(notifications.createdAt),
      desc(notifications.id),
    )
    .limit(limit)
  return rows.map(({ id, recipient, values, createdAt, sentAt, ...row }) => {
    const template = row.template as NotificationTemplate
    const language = languageOf(row.language)
    const text = renderNotification({ template, language, values, publicUrl })
    return { id, recipient, template, language, text, code: values.code ?? null, createdAt, sentAt }
  })
}
