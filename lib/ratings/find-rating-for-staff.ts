import { eq } from 'drizzle-orm'
import { applications, ratings } from '@/db/schema'
import type { HandlingFailure } from '@/lib/applications'
import { recordView } from '@/lib/audit'
import { answerersOf, whyNotReadComplaint } from '@/lib/complaints'
import type { StaffViewer } from '@/lib/identity'
import { type Database, serviceNow } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { type Rating, type WhyNotAnswer, whyNotAnswer } from './may-answer'

export type RatingForStaff = { rating: Rating; whyNot: WhyNotAnswer | null; now: Date }

/** A rating with its words, for whoever may read it: its office, and the county above it. A logged view. */
export async function findRatingForStaff(
  { reference, viewer }: { reference: string; viewer: StaffViewer },
  { db }: { db: Database },
): Promise<Result<RatingForStaff, HandlingFailure | 'case-not-found'>> {
  const [found] = await db
    .select({ application: applications, rating: ratings })
    .from(ratings)
    .innerJoin(applications, eq(applications.id, ratings.applicationId))
    .where(eq(applications.reference, reference))
  if (!found) return failed('case-not-found')
  const { application, rating } = found
  const hidden = await whyNotReadComplaint(db, { viewer, application })
  if (hidden) return failed(hidden)
  await recordView(db, { viewer, application, purpose: 'answer-complaint' })
  const [now, answerers] = await Promise.all([serviceNow(db), answerersOf(db, { application })])
  return done({ rating, whyNot: whyNotAnswer({ rating, viewer, now, ...answerers }), now })
}
