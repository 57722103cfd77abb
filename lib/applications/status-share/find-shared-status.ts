import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { applications, deadlines, offices, statusShares } from '@/db/schema'
import { type Deadline, isClockOfCase, type OfficeTime, officeTime } from '@/lib/deadlines'
import { type Database, serviceNow } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { secretDigest } from '@/lib/platform/secret-digest'

/** What family sees: how far it is and who must act by when. Nobody's name, nothing that was declared. */
export type SharedStatus = {
  status: (typeof applications.$inferSelect)['status']
  /** The last digits of the reference, by which family knows which one is meant. */
  referenceEnding: string
  office: { name: string; nameEnglish: string; phone: string }
  time: OfficeTime
  acceptedAt: Date
  endedAt: Date | null
  clock: Deadline | null
  expiresAt: Date
  now: Date
}

const lookingAnAddress = { limit: 120, windowSeconds: 600 }

/**
 * The status behind a link, which counts as one more look at it. A link that ended, ran out or was never given
 * is answered alike; a secret of 192 bits is not guessed, and whoever tries is slowed down.
 */
export async function findSharedStatus(
  { secret, address }: { secret: string; address: string },
  { db }: { db: Database },
): Promise<Result<SharedStatus, 'no-share' | 'limit-reached'>> {
  const bucket = { kind: 'shared-status', value: address }
  const taken = await takeFromLimit({ bucket, ...lookingAnAddress }, { db })
  if (!taken.ok) return failed('limit-reached', taken.details)
  const [share] = await db
    .update(statusShares)
    .set({ views: sql`${statusShares.views} + 1`, lastViewedAt: sql`service_now()` })
    .where(
      and(
        eq(statusShares.secretDigest, secretDigest(secret)),
        isNull(statusShares.revokedAt),
        gt(statusShares.expiresAt, sql`service_now()`),
      ),
    )
    .returning()
  if (!share) return failed('no-share')
  const { applicationId, expiresAt } = share
  const [now, [found], clocks] = await Promise.all([
    serviceNow(db),
    db
      .select({ application: applications, office: offices })
      .from(applications)
      .innerJoin(offices, eq(offices.code, applications.officeCode))
      .where(and(eq(applications.id, applicationId), isNull(applications.erasedAt))),
    db.select().from(deadlines).where(eq(deadlines.applicationId, applicationId)),
  ])
  if (!found?.application.acceptedAt) return failed('no-share')
  const { status, reference, acceptedAt, endedAt } = found.application
  return done({
    status,
    referenceEnding: (reference ?? '').slice(-6),
    office: found.office,
    time: await officeTime(db, { officeCode: found.office.code }),
    acceptedAt,
    endedAt,
    clock: clocks.filter(isClockOfCase).find(({ state }) => state === 'running') ?? null,
    expiresAt,
    now,
  })
}
