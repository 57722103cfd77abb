import { and, eq } from 'drizzle-orm'
import { notifications, residents } from '@/db/schema'
import type { Transaction } from '@/lib/platform/database'
import { queueNotification } from './queue-notification'
import { isNotificationTemplate, languageOf } from './templates'

/** A text message that could not reach its resident goes to the e-mail address that they confirmed, if any, once. */
export async function copyToEmail(
  transaction: Transaction,
  { id, channel, residentId, applicationId, template, language, values }: typeof notifications.$inferSelect,
): Promise<void> {
  if (channel !== 'sms' || !residentId || !isNotificationTemplate(template)) return
  const [resident] = await transaction
    .select({ email: residents.email, copy: notifications.id })
    .from(residents)
    .leftJoin(notifications, and(eq(notifications.copyOf, id), eq(notifications.channel, 'email')))
    .where(eq(residents.id, residentId))
  if (!resident?.email || resident.copy) return
  await queueNotification(transaction, {
    channel: 'email',
    recipient: resident.email,
    residentId,
    ...(applicationId && { applicationId }),
    copyOf: id,
    template,
    language: languageOf(language),
    values,
  })
}
