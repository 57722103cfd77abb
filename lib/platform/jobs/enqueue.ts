import { sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/platform/database'

/** The jobs there are and what each carries: ids only, nothing personal. */
export type Jobs = {
  'send-notification': { notificationId: string }
  'carry-out-due-deadlines': Record<string, never>
  'send-reminders': Record<string, never>
  'write-checkpoint': Record<string, never>
  'publish-log': Record<string, never>
  'issue-waiting-certificates': Record<string, never>
  'forget-old-limits': Record<string, never>
  'forget-what-is-over': Record<string, never>
  'raise-access-alerts': Record<string, never>
}

/** Queues a job in the transaction that causes it: both are kept or neither. */
export async function enqueueJob<Name extends keyof Jobs>(
  transaction: Transaction,
  { name, payload, runAt, key }: { name: Name; payload: Jobs[Name]; runAt?: Date; key?: string },
): Promise<void> {
  await transaction.execute(
    sql`select jobs.enqueue(${name}, ${JSON.stringify(payload)}::json, ${runAt?.toISOString() ?? null}::timestamptz, ${key ?? null})`,
  )
}

/** Queues as many jobs as there are payloads, each to be done by itself. */
export async function enqueueJobs<Name extends keyof Jobs>(
  transaction: Transaction,
  { name, payloads }: { name: Name; payloads: readonly Jobs[Name][] },
): Promise<void> {
  const texts = payloads.map(payload => JSON.stringify(payload))
  await transaction.execute(sql`select jobs.enqueue_each(${name}, ${sql.param(texts)}::text[])`)
}
