import { eq } from 'drizzle-orm'
import { residents } from '@/db/schema'
import type { Application } from '@/lib/applications'
import type { Transaction } from '@/lib/platform/database'
import { queueNotification } from './queue-notification'
import type { NotificationTemplate } from './templates'

/** Queues a message about a case to the resident whose case it is, in their language, with a link to it. */
export async function notifyResident(
  transaction: Transaction,
  {
    application,
    template,
    values = {},
  }: { application: Application; template: NotificationTemplate; values?: Record<string, string> },
): Promise<void> {
  const [resident] = await transaction
    .select()
    .from(residents)
    .where(eq(residents.id, application.residentId))
  if (!resident) throw new Error('every application has its resident')
  const reference = application.reference ?? ''
  await queueNotification(transaction, {
    channel: 'sms',
    recipient: resident.phone,
    residentId: resident.id,
    applicationId: application.id,
    template,
    language: resident.language === 'en' ? 'en' : 'zh-CN',
    values: { ...values, reference, link: `/applications/${reference}` },
  })
}
