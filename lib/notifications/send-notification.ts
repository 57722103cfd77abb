import { and, eq, isNull, sql } from 'drizzle-orm'
import { notifications } from '@/db/schema'
import type { Database, Transaction } from '@/lib/platform/database'
import type { Environment } from '@/lib/platform/env'
import { renderNotification } from './render-notification'
import type { NotificationTemplate } from './templates'

/** Where messages go: the demo's outbox, which is the table itself, or the operator's gateway. */
export type Gateway = { kind: 'outbox' } | { kind: 'http'; url: string; token: string | undefined }

/** Shorter than the time that a transaction may wait for something outside. */
const gatewayTimeoutMilliseconds = 5_000

/** The gateway of this environment; outside the demo one is required (lib/platform/env.ts). */
export function gatewayOf(env: Environment): Gateway {
  if (env.DEMO_MODE === 'on' || !env.SMS_GATEWAY_URL) return { kind: 'outbox' }
  return { kind: 'http', url: env.SMS_GATEWAY_URL, token: env.SMS_GATEWAY_TOKEN }
}

/**
 * The job `send-notification`: sends a queued message and notes when. Its row is locked meanwhile, and a
 * message that was sent is not sent again; only a crash between the gateway's yes and ours can repeat one,
 * which the gateway may notice by its `Idempotency-Key`.
 *
 * @throws when the gateway refused, so that the job is tried again later; the row says how it failed
 */
export async function sendNotification(
  { notificationId }: { notificationId: string },
  { db, gateway, publicUrl }: { db: Database; gateway: Gateway; publicUrl: string },
): Promise<void> {
  const failure = await db.transaction(async transaction => {
    const row = await lockUnsent(transaction, { notificationId })
    if (!row) return null
    const text = renderNotification({ ...row, template: row.template as NotificationTemplate, publicUrl })
    const refused = await handOver({ ...row, text }, { gateway })
    await transaction
      .update(notifications)
      .set({
        tries: sql`least(${notifications.tries} + 1, 25)`,
        failure: refused,
        sentAt: refused === null ? sql`service_now()` : null,
      })
      .where(eq(notifications.id, row.id))
    return refused
  })
  if (failure !== null) throw new Error(`a notification was not sent: ${failure}`)
}

async function lockUnsent(transaction: Transaction, { notificationId }: { notificationId: string }) {
  const [row] = await transaction
    .select()
    .from(notifications)
    .where(and(eq(notifications.id, notificationId), isNull(notifications.sentAt)))
    .for('update', { skipLocked: true })
  return row
}

/** Null when the message was taken over; else why not, without anything that was in it. */
async function handOver(
  { id, channel, recipient, text }: { id: string; channel: 'sms' | 'email'; recipient: string; text: string },
  { gateway }: { gateway: Gateway },
): Promise<string | null> {
  if (gateway.kind === 'outbox') return null
  // The gateway takes text messages; it must not take an address for a phone number.
  if (channel === 'email') return 'no-gateway-for-email'
  try {
    const answer = await fetch(gateway.url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': id,
        ...(gateway.token ? { Authorization: `Bearer ${gateway.token}` } : {}),
      },
      body: JSON.stringify({ to: recipient, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(gatewayTimeoutMilliseconds),
    })
    return answer.ok ? null : `gateway-answered-${answer.status}`
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'gateway-timeout' : 'gateway-unreachable'
  }
}
