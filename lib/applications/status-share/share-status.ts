import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { applications, statusShares } from '@/db/schema'
import { mayReadApplication, type ResidentViewer } from '@/lib/identity'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { secretDigest } from '@/lib/platform/secret-digest'
import { readReference } from '../reference'

/** How long family may follow a case by one link; the table allows no longer. */
export const SHARE_LASTS_DAYS = 7
/** So many links of a case may live at once. */
export const MOST_SHARES = 5

export type ShareFailure = 'case-not-found' | 'too-many-shares'

/**
 * Makes a link by which family follows a case for a week: stage and dates, nobody's name. The secret is given
 * out this once.
 */
export async function shareStatus(
  { reference, viewer }: { reference: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<{ secret: string }, ShareFailure>> {
  const read = readReference(reference)
  if (!read.ok) return failed('case-not-found')
  return db.transaction(async transaction => {
    const [application] = await transaction
      .select()
      .from(applications)
      .where(eq(applications.reference, read.value))
      .for('update')
    if (!application || !mayReadApplication({ viewer, application })) return failed('case-not-found')
    const living = await sharesOfCase(transaction, { applicationId: application.id })
    if (living.length >= MOST_SHARES) return failed('too-many-shares', { most: MOST_SHARES })
    const secret = randomBytes(24).toString('base64url')
    await transaction.insert(statusShares).values({
      applicationId: application.id,
      residentId: viewer.residentId,
      secretDigest: secretDigest(secret),
      expiresAt: sql`service_now() + make_interval(days => ${SHARE_LASTS_DAYS})`,
    })
    return done({ secret })
  })
}

export type StatusShare = Pick<
  typeof statusShares.$inferSelect,
  'id' | 'createdAt' | 'expiresAt' | 'views' | 'lastViewedAt'
>

/** The links of a case that open something now, the oldest first. */
export async function sharesOfCase(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<StatusShare[]> {
  const { id, createdAt, expiresAt, views, lastViewedAt } = statusShares
  return db
    .select({ id, createdAt, expiresAt, views, lastViewedAt })
    .from(statusShares)
    .where(
      and(
        eq(statusShares.applicationId, applicationId),
        isNull(statusShares.revokedAt),
        gt(statusShares.expiresAt, sql`service_now()`),
      ),
    )
    .orderBy(createdAt)
}

/** Ends one link at once, by whoever may read its case. Ending it again changes nothing. */
export async function endShare(
  { id, viewer }: { id: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<null, 'share-not-found'>> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return failed('share-not-found')
  const [found] = await db
    .select({ application: applications })
    .from(statusShares)
    .innerJoin(applications, eq(applications.id, statusShares.applicationId))
    .where(eq(statusShares.id, id))
  if (!found || !mayReadApplication({ viewer, ...found })) return failed('share-not-found')
  await db
    .update(statusShares)
    .set({ revokedAt: sql`service_now()` })
    .where(and(eq(statusShares.id, id), isNull(statusShares.revokedAt)))
  return done(null)
}
