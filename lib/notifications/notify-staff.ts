import type { Transaction } from '@/lib/platform/database'
import { queueNotification } from './queue-notification'
import type { NotificationTemplate } from './templates'

/** Queues an e-mail to a member of staff; who has left no address finds the same in their room. */
export async function notifyStaff(
  transaction: Transaction,
  {
    member,
    template,
    values,
  }: {
    member: { id: string; email: string | null }
    template: NotificationTemplate
    values: Record<string, string>
  },
): Promise<void> {
  if (!member.email) return
  await queueNotification(transaction, {
    channel: 'email',
    recipient: member.email,
    staffId: member.id,
    template,
    language: 'zh-CN',
    values,
  })
}
