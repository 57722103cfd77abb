import type { complaints } from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import type { Answerers } from './may-read'

export type Complaint = typeof complaints.$inferSelect

/** Until a complaint is answered it waits for the office, or once that was too late for the county. */
export type ComplaintState = 'waits-for-office' | 'waits-for-county' | 'answered'

export function stateOfComplaint({
  answeredAt,
  escalatedAt,
}: Pick<Complaint, 'answeredAt' | 'escalatedAt'>): ComplaintState {
  if (answeredAt) return 'answered'
  return escalatedAt ? 'waits-for-county' : 'waits-for-office'
}

/** Why somebody who may read a complaint cannot answer it; each has its sentence in staff.complaint.whyNot. */
export type WhyNotAnswer =
  | 'already-answered'
  | 'needs-supervisor'
  | 'waits-for-the-office'
  | 'went-to-the-county'
  | 'about-yourself'

/**
 * Why a person cannot answer a complaint now, or null if they can. In time a supervisor of the office answers;
 * once its time is over only the county does, who stands outside the office. Nobody answers a complaint about
 * what they did themselves: the first contact, whoever decided and whoever confirmed it leave it to a colleague,
 * and where the office has no other supervisor to the county, which then answers at once.
 *
 * @param handledBy the first contact of the case, whoever made its standing decision and whoever confirmed it
 * @param officeCan whether the office has a supervisor who had no part in the case
 */
export function whyNotAnswer({
  complaint,
  viewer,
  handledBy,
  officeCan,
}: {
  complaint: Pick<Complaint, 'answeredAt' | 'escalatedAt'>
  viewer: Pick<StaffViewer, 'staffId' | 'role'>
} & Answerers): WhyNotAnswer | null {
  const state = stateOfComplaint(complaint)
  if (state === 'answered') return 'already-answered'
  if (state === 'waits-for-county') return viewer.role === 'county' ? null : 'went-to-the-county'
  if (viewer.role === 'county') return officeCan ? 'waits-for-the-office' : null
  if (viewer.role !== 'supervisor') return 'needs-supervisor'
  return handledBy.includes(viewer.staffId) ? 'about-yourself' : null
}
