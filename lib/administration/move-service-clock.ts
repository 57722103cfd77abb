import { sql } from 'drizzle-orm'
import { recordChange } from '@/lib/audit'
import { mayAdministrate, type StaffViewer } from '@/lib/identity'
import { type Database, type Queryable, serviceNow, type Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { enqueueJob } from '@/lib/platform/jobs/enqueue'
import { done, failed, type Result } from '@/lib/platform/result'

export type Journey = { to: 'next-due' } | { to: 'days-ahead'; days: string } | { to: 'real-time' }

export type JourneyFailure = 'not-in-production' | 'not-your-role' | 'nothing-is-due' | 'not-a-number-of-days'

const longestJourneyDays = 400

/** Whether this service has a time machine at all: only the demo has (DESIGN §4). */
export function hasTimeMachine(): boolean {
  return environment().DEMO_MODE === 'on'
}

export type ServiceClock = { now: Date; isAhead: boolean; nextDueAt: Date | null }

/** What the service's clock shows, and when the next clock of a case runs out. */
export async function serviceClockNow(db: Queryable): Promise<ServiceClock> {
  const [row] = await db.execute<{ ahead: boolean; next: string | null }>(sql`
    select (select ahead <> interval '0' from service_clock) as ahead,
      (select min(due_at) from deadlines where state = 'running' and due_at >= service_now())::text as next`)
  return {
    now: await serviceNow(db),
    isAhead: row?.ahead === true,
    nextDueAt: row?.next ? new Date(row.next) : null,
  }
}

/**
 * Moves the service's clock and wakes what is due by it. Everybody who is signed in travels along, since a
 * session would otherwise have been idle for days. In production the command refuses, and the database's role
 * has no right to move the clock.
 */
export async function moveServiceClock(
  { viewer, journey }: { viewer: StaffViewer; journey: Journey },
  { db }: { db: Database },
): Promise<Result<{ now: Date }, JourneyFailure>> {
  if (!hasTimeMachine()) return failed('not-in-production')
  if (!mayAdministrate({ viewer })) return failed('not-your-role')
  return db.transaction(async transaction => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended('service clock', 0))`)
    const destination = await destinationOf(transaction, journey)
    if (!destination.ok) return destination
    const { seconds } = destination.value
    await transaction.execute(sql`
      update sessions set created_at = created_at + make_interval(secs => ${seconds}),
        last_seen_at = last_seen_at + make_interval(secs => ${seconds})
      where ended_at is null`)
    const [arrived] = await transaction.execute<{ now: string }>(sql`
      select set_service_clock_ahead((select ahead from service_clock) + make_interval(secs => ${seconds}))::text as now`)
    if (!arrived) throw new Error('the clock shows no time')
    await enqueueJob(transaction, { name: 'carry-out-due-deadlines', payload: {} })
    await enqueueJob(transaction, { name: 'send-reminders', payload: {} })
    await recordChange(transaction, { viewer, action: 'clock-moved', details: { to: journey.to, seconds } })
    return done({ now: new Date(arrived.now) })
  })
}

/** How far a journey leads, in seconds from the service's present. */
async function destinationOf(
  transaction: Transaction,
  journey: Journey,
): Promise<Result<{ seconds: number }, JourneyFailure>> {
  if (journey.to === 'days-ahead') {
    const days = /^\d{1,3}$/.test(journey.days) ? Number(journey.days) : 0
    if (days < 1 || days > longestJourneyDays) {
      return failed('not-a-number-of-days', { longest: longestJourneyDays })
    }
    return done({ seconds: days * 86_400 })
  }
  if (journey.to === 'real-time') {
    const [row] = await transaction.execute<{ seconds: number }>(
      sql`select -extract(epoch from ahead)::float8 as seconds from service_clock`,
    )
    return done({ seconds: row?.seconds ?? 0 })
  }
  const { now, nextDueAt } = await serviceClockNow(transaction)
  if (!nextDueAt) return failed('nothing-is-due')
  // A second later: what happens at the due time itself is still in time (民法典 art. 203).
  return done({ seconds: (nextDueAt.getTime() - now.getTime()) / 1_000 + 1 })
}
