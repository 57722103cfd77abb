import { and, eq, isNull, sql } from 'drizzle-orm'
import { notifications } from '@/db/schema'
import type { Database, Transaction } from '@/lib/platform/database'
import { copyToEmail } from './copy-to-email'
import type { Gateways, HandedOver } from './delivery/gateways'
import { handToMailServer } from './delivery/hand-to-mail-server'
import { handToSmsGateway } from './delivery/hand-to-sms-gateway'
import { renderNotification, subjectOfNotification } from './render-notification'
import { isNotificationTemplate } from './templates'

type Outgoing = typeof notifications.$inferSelect & { isStale: boolean }

/** As often as the queue tries a job (db/migrate.ts), from seconds apart to six hours: sixteen hours in all. */
const mostTries = 12

/**
 * The job `send-notification`: sends a queued message and notes what became of it. Its row is locked meanwhile,
 * and a message that was sent is not sent again; only a crash between the gateway's yes and ours can repeat one,
 * which the gateway may notice by its `Idempotency-Key`. What cannot reach anybody is given up at once, and a
 * resident who left an e-mail address gets it there.
 *
 * @throws when another try may help, so that the job is tried again later; the row says how it failed
 */
export async function sendNotification(
  { notificationId }: { notificationId: string },
  { db, gateways, publicUrl }: { db: Database; gateways: Gateways; publicUrl: string },
): Promise<void> {
  const failure = await db.transaction(async transaction => {
    const row = await lockUnsent(transaction, { notificationId })
    if (!row) return null
    const outcome = await handOver(row, { gateways, publicUrl })
    const isOver = !outcome.taken && (outcome.forGood || row.tries + 1 >= mostTries)
    await transaction
      .update(notifications)
      .set({
        tries: sql`least(${notifications.tries} + 1, ${mostTries}::integer)`,
        failure: outcome.taken ? null : outcome.why,
        sentAt: outcome.taken ? sql`service_now()` : null,
        failedAt: isOver ? sql`service_now()` : null,
      })
      .where(eq(notifications.id, row.id))
    if (isOver) await copyToEmail(transaction, row)
    return outcome.taken || isOver ? null : outcome.why
  })
  if (failure !== null) throw new Error(`a notification was not sent: ${failure}`)
}

async function lockUnsent(
  transaction: Transaction,
  { notificationId }: { notificationId: string },
): Promise<Outgoing | undefined> {
  const [found] = await transaction
    .select({
      row: notifications,
      isStale: sql<boolean>`${notifications.createdAt} < service_now() - interval '5 minutes'`,
    })
    .from(notifications)
    .where(
      and(eq(notifications.id, notificationId), isNull(notifications.sentAt), isNull(notifications.failedAt)),
    )
    .for('update', { skipLocked: true })
  return found && { ...found.row, isStale: found.isStale }
}

function nothingTo(why: string): HandedOver {
  return { taken: false, why, forGood: true }
}

async function handOver(
  { id, channel, recipient, template, language, values, isStale }: Outgoing,
  { gateways: { sms, mail }, publicUrl }: { gateways: Gateways; publicUrl: string },
): Promise<HandedOver> {
  if (!isNotificationTemplate(template)) return nothingTo('unknown-template')
  // A code that is over would only confuse; whoever waits has long asked for another.
  if (isStale && values.code !== undefined) return nothingTo('code-expired')
  const text = renderNotification({ template, language, values, publicUrl })
  if (channel === 'sms') {
    return sms.kind === 'outbox' ? { taken: true } : handToSmsGateway({ id, recipient, text }, sms)
  }
  if (channel === 'portal' || mail.kind === 'outbox') return { taken: true }
  if (mail.kind === 'none') return nothingTo('no-way-for-email')
  const subject = subjectOfNotification({ template, language })
  return handToMailServer({ id, recipient, subject, text }, mail)
}
