import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { residents } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { isAmong, type Transaction } from '@/lib/platform/database'
import { type QueuedNotification, queueNotifications, type Way } from './queue-notification'
import { isNeeded, languageOf, type NotificationTemplate } from './templates'

type MessageOfCase = {
  template: NotificationTemplate
  values?: Record<string, string>
  /** Only the one of the two, where the words are right for one of them alone. */
  to?: 'whoever-sent-it' | 'principal'
}

const addressee = {
  id: residents.id,
  phone: residents.phone,
  email: residents.email,
  language: residents.language,
  smsFor: residents.smsFor,
  emailFor: residents.emailFor,
}
type Addressee = Pick<
  typeof residents.$inferSelect,
  'id' | 'phone' | 'email' | 'language' | 'smsFor' | 'emailFor'
>

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
  { applications, template, values = {}, to }: MessageOfCase & { applications: readonly Application[] },
): Promise<void> {
  const found = await transaction
    .select(addressee)
    .from(residents)
    .where(isAmong(residents.id, [...new Set(applications.flatMap(one => peopleOf(one, to)))]))
  const byId = new Map(found.map(resident => [resident.id, resident]))
  const messages = applications.flatMap(application =>
    peopleOf(application, to).flatMap(residentId => {
      const resident = byId.get(residentId)
      if (!resident) throw new Error('every application has its resident')
      const reference = application.reference ?? ''
      return onEachWay(resident, {
        applicationId: application.id,
        template,
        values: { reference, link: `/applications/${reference}`, ...values },
      })
    }),
  )
  await queueNotifications(transaction, messages)
}

/** Queues a message about a resident's account, which belongs to no case. */
export async function notifyAccount(
  transaction: Transaction,
  { residentId, template, link }: { residentId: string; template: NotificationTemplate; link: string },
): Promise<void> {
  const [resident] = await transaction.select(addressee).from(residents).where(eq(residents.id, residentId))
  if (!resident) throw new Error('an account has its resident')
  await queueNotifications(transaction, onEachWay(resident, { template, values: { link } }))
}

function peopleOf({ residentId, principalResidentId }: Application, to: MessageOfCase['to']): string[] {
  const people = {
    'whoever-sent-it': [residentId],
    principal: [principalResidentId],
    both: [residentId, principalResidentId],
  }[to ?? 'both']
  return people.flatMap(id => id ?? [])
}

/** The message once for each way that the resident wants it on; the first stands in their list. */
function onEachWay(
  resident: Addressee,
  message: Pick<QueuedNotification, 'applicationId' | 'template' | 'values'>,
): QueuedNotification[] {
  const [first, ...further] = waysTo(resident, { template: message.template })
  const id = randomUUID()
  const common = { ...message, residentId: resident.id, language: languageOf(resident.language) }
  return [
    { ...common, id, ...(first ?? { channel: 'portal' }) },
    ...further.map(way => ({ ...common, ...way, copyOf: id })),
  ]
}

/** On which ways a message goes out: what is needed always to the phone, the rest as the resident prefers. */
export function waysTo(
  { phone, email, smsFor, emailFor }: Omit<Addressee, 'id' | 'language'>,
  { template }: { template: NotificationTemplate },
): Way[] {
  const ways: Way[] = []
  if (smsFor === 'everything' || isNeeded(template)) ways.push({ channel: 'sms', recipient: phone })
  if (emailFor === 'everything' && email) ways.push({ channel: 'email', recipient: email })
  return ways
}
