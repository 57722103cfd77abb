import { and, eq } from 'drizzle-orm'
import { applications } from '@/db/schema'
import type { DraftAnswers } from '@/db/schema/applications'
import { serviceNow } from '@/db/schema/columns'
import type { ResidentViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { type QuestionName, questions } from '../form/journey'
import { type Draft, draftOf, isDraftId, ownedBy } from './draft'

/** Longer than any right answer; what is longer is kept on the page, not in the draft. */
const LONGEST_KEPT = 500

export type SaveAnswerFailure = 'draft-not-found' | 'already-submitted' | 'changed-meanwhile'

/**
 * Saves what was typed for one question, right or not yet, so that it is there on another device. Only the
 * fields of that question are kept. Two devices at once lose nothing of each other's questions.
 *
 * @param unchangedSince for what is saved while somebody types: when the draft was saved last, as their page knows
 *   it, in milliseconds. Whatever was saved since then stays, so that a request that comes late undoes nothing.
 */
export async function saveAnswer(
  {
    draftId,
    viewer,
    question,
    typed,
    unchangedSince,
  }: {
    draftId: string
    viewer: ResidentViewer
    question: QuestionName | 'signature'
    typed: Readonly<Record<string, string>>
    unchangedSince?: Date
  },
  { db }: { db: Database },
): Promise<Result<Draft, SaveAnswerFailure>> {
  if (!isDraftId(draftId)) return failed('draft-not-found')
  return db.transaction(async transaction => {
    const [row] = await transaction
      .select()
      .from(applications)
      .where(ownedBy({ draftId, viewer }))
      .for('update')
    if (!row) return failed('draft-not-found')
    if (row.reference !== null) return failed('already-submitted', { reference: row.reference })
    if (unchangedSince && row.updatedAt > unchangedSince) return failed('changed-meanwhile')
    const draftAnswers: DraftAnswers = {
      ...row.draftAnswers,
      [question]: fieldsOf({ question, typed }),
    }
    const [saved] = await transaction
      .update(applications)
      .set({ draftAnswers, updatedAt: serviceNow })
      .where(and(eq(applications.id, row.id), eq(applications.status, 'draft')))
      .returning()
    return saved ? done(draftOf(saved)) : failed('draft-not-found')
  })
}

function fieldsOf({
  question,
  typed,
}: {
  question: QuestionName | 'signature'
  typed: Readonly<Record<string, string>>
}): Record<string, string> {
  const fields = question === 'signature' ? ['typedName'] : questions[question].fields
  const kept = fields.flatMap(field => {
    const text = typed[field]
    return text !== undefined && text.length <= LONGEST_KEPT ? [[field, text.toWellFormed()] as const] : []
  })
  return Object.fromEntries(kept)
}
