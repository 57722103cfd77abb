import type { ratings } from '@/db/schema'
import type { Answerers } from '@/lib/complaints'
import type { StaffViewer } from '@/lib/identity'

export type Rating = typeof ratings.$inferSelect

/** Why somebody who may read a rating cannot answer it; each has its sentence in rating.staff.failure. */
export type WhyNotAnswer =
  | 'nothing-to-answer'
  | 'already-answered'
  | 'needs-supervisor'
  | 'waits-for-the-office'
  | 'about-yourself'

/**
 * Why a person cannot answer a low rating now, or null if they can: a supervisor of the office who did not handle
 * the case; its county once the promised time is over, and at once where the office has no such supervisor.
 *
 * @param handledBy the first contact of the case, whoever made its standing decision and whoever confirmed it
 * @param officeCan whether the office has a supervisor who had no part in the case
 */
export function whyNotAnswer({
  rating,
  viewer,
  handledBy,
  officeCan,
  now,
}: {
  rating: Pick<Rating, 'answerBy' | 'answeredAt'>
  viewer: Pick<StaffViewer, 'staffId' | 'role'>
  now: Date
} & Answerers): WhyNotAnswer | null {
  if (!rating.answerBy) return 'nothing-to-answer'
  if (rating.answeredAt) return 'already-answered'
  if (viewer.role === 'county') return rating.answerBy < now || !officeCan ? null : 'waits-for-the-office'
  if (viewer.role !== 'supervisor') return 'needs-supervisor'
  return handledBy.includes(viewer.staffId) ? 'about-yourself' : null
}
