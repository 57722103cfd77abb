import { residents } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { isAmong, type Transaction } from '@/lib/platform/database'
import { queueNotifications } from './queue-notification'
import type { NotificationTemplate } from './templates'

type MessageOfCase = { template: NotificationTemplate; values?: Record<string, string> }

/**
 * Queues a message about a case to the resident whose case it is, in their language, with a link to it: to
 * whoever sent it, and to the applicant for whom a proxy sent it.
 */
export async function notifyResident(
  transaction: Transaction,
  { application, ...message }: MessageOfCase & { application: Application },
): Promise<void> {
  await notifyResidents(transaction, { applications: [application], ...message })
}

/** The same message about each of many cases. */
export async function notifyResidents(
  transaction: Transaction,
  { applications, template, values = {} }: MessageOfCase & { applications: readonly Application[] },
): Promise<void> {
  const found = await transaction
    .select({ id: residents.id, phone: residents.phone, language: residents.language })
    .from(residents)
    .where(isAmong(residents.id, [...new Set(applications.flatMap(peopleOf))]))
  const byId = new Map(found.map(resident => [resident.id, resident]))
  const messages = applications.flatMap(application =>
    peopleOf(application).map(residentId => {
      const resident = byId.get(residentId)
      if (!resident) throw new Error('every application has its resident')
      const reference = application.reference ?? ''
      return {
        channel: 'sms' as const,
        recipient: resident.phone,
        residentId,
        applicationId: application.id,
        template,
        language: resident.language === 'en' ? ('en' as const) : ('zh-CN' as const),
        values: { reference, link: `/applications/${reference}`, ...values },
      }
    }),
  )
  await queueNotifications(transaction, messages)
}

function peopleOf({ residentId, principalResidentId }: Application): string[] {
  return principalResidentId ? [residentId, principalResidentId] : [residentId]
}
