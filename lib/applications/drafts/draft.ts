import { and, eq, type SQL } from 'drizzle-orm'
import { applications } from '@/db/schema'
import type { DraftAnswers } from '@/db/schema/applications'
import type { ResidentViewer } from '@/lib/identity'

/** An application that is being filled in; it has no reference, no office and no clock. */
export type Draft = {
  id: string
  answers: DraftAnswers
  /** When something was saved last. */
  savedAt: Date
  /** The closed or withdrawn application that it was made from. */
  madeFrom: string | null
}

/** A resident who never finishes fills no table: so many drafts at once are enough for anybody. */
export const MOST_DRAFTS = 5

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text from an address can be the id of a draft at all. */
export function isDraftId(text: string): boolean {
  return uuid.test(text)
}

/** The condition by which every command reaches a draft: its own resident's, and nobody else's. */
export function ownedBy({ draftId, viewer }: { draftId: string; viewer: ResidentViewer }): SQL | undefined {
  return and(eq(applications.id, draftId), eq(applications.residentId, viewer.residentId))
}

export function draftOf({ id, draftAnswers, updatedAt, madeFrom }: typeof applications.$inferSelect): Draft {
  return { id, answers: draftAnswers ?? {}, savedAt: updatedAt, madeFrom }
}
