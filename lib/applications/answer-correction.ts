import { and, eq, isNull } from 'drizzle-orm'
import { attachments, correctionNotices } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { handClockToOffice, type OpenCaseFailure, shanghaiDayOf } from '@/lib/deadlines'
import type { ResidentViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { askOtherParent } from './ask-other-parent'
import { isCorrectableField } from './correctable-fields'
import { changesBetween, type DeclaredFacts, readCorrectedFacts } from './corrected-facts'
import { factsOfCase, writeFacts } from './facts-of-case'
import type { Typed } from './form/question'
import { handleOwnCase } from './handle-own-case'
import { type Application, makeTransition } from './make-transition'

export type CorrectionAnswer = {
  /** What was typed into the boxes of the listed fields; see `readCorrectedFacts`. */
  typed: Typed
  /** The applicant's own words, where they want to say something. */
  words: string
}

export type CorrectionAnswerFailure =
  | OpenCaseFailure
  | TypedTextFailure
  | 'nothing-to-answer'
  | 'nothing-changed-or-said'
  | 'document-or-words'
  | 'facts-not-right'

export const LONGEST_ANSWER = 1_000

/**
 * Answers the correction notice: the listed facts take their corrected values, read by the same rules as in
 * the form, and the case goes back to the office, whose clock goes on with what was left. What each fact said
 * before stays, sealed, with the answer.
 *
 * @returns the moment by which the office must now decide; for `facts-not-right`, a failure for each fact
 */
export async function answerCorrection(
  { reference, viewer, typed, words }: CorrectionAnswer & { reference: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<{ officeMustDecideBy: Date; changed: number }, CorrectionAnswerFailure>> {
  const answer = readTypedText({ raw: words, maximumLength: LONGEST_ANSWER, lines: true })
  if (!answer.ok) return answer
  return handleOwnCase({ reference, viewer, db }, async (transaction, { application, now }) => {
    const notice = await openNotice(transaction, application)
    if (!notice) return failed('nothing-to-answer')
    const before = await factsOfCase(transaction, { application })
    const fields = notice.items.map(({ field }) => field).filter(isCorrectableField)
    const read = readCorrectedFacts({ typed, facts: before, fields, today: shanghaiDayOf(now) })
    if (!read.ok) {
      return failed(
        'facts-not-right',
        Object.fromEntries(read.problems.map(({ field, problem }) => [field, problem])),
      )
    }
    const changes = changesBetween({ before, after: read.value })
    const shown = await fieldsShown(transaction, { noticeId: notice.id })
    const isAsked = notice.items.some(({ field, document }) => document && !shown.has(field))
    if (isAsked && answer.value === '') return failed('document-or-words')
    if (changes.length === 0 && shown.size === 0 && answer.value === '') {
      return failed('nothing-changed-or-said')
    }
    await transaction
      .update(correctionNotices)
      .set({ answer: answer.value, corrections: changes, answeredAt: serviceNow })
      .where(eq(correctionNotices.id, notice.id))
    await applyChanges(transaction, { application, before, after: read.value })
    const clock = await handClockToOffice(transaction, { application })
    const moved = await makeTransition(transaction, {
      applicationId: application.id,
      name: 'answer-correction',
      by: { kind: 'resident', residentId: viewer.residentId },
      // Which facts, never what they say: events are not sealed.
      details: { changedFacts: changes.map(({ fact }) => fact).join(' ') },
    })
    if (!moved) throw new Error('a locked case under correction can be answered')
    await notifyResident(transaction, { application: moved, template: 'correction-answered' })
    return done({ officeMustDecideBy: clock.dueAt, changed: changes.length })
  })
}

/** The listed fields of which a paper was shown; who cannot show one says why. */
async function fieldsShown(transaction: Transaction, { noticeId }: { noticeId: string }) {
  const shown = await transaction
    .select({ field: attachments.field })
    .from(attachments)
    .where(eq(attachments.noticeId, noticeId))
  return new Set(shown.map(({ field }) => field))
}

async function openNotice(transaction: Transaction, application: Application) {
  if (application.status !== 'correction_requested') return null
  const [notice] = await transaction
    .select()
    .from(correctionNotices)
    .where(and(eq(correctionNotices.applicationId, application.id), isNull(correctionNotices.answeredAt)))
    .for('update')
  return notice ?? null
}

/** A confirmation holds for the person who was named: whoever is named now is asked again. */
async function applyChanges(
  transaction: Transaction,
  { application, before, after }: { application: Application; before: DeclaredFacts; after: DeclaredFacts },
): Promise<void> {
  await writeFacts(transaction, { application, facts: after })
  const names = ['other-parent-name', 'other-parent-document-kind', 'other-parent-document-number'] as const
  if (names.some(fact => before[fact] !== after[fact])) await askOtherParent(transaction, { application })
}
