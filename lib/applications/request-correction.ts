import { eq } from 'drizzle-orm'
import { correctionNotices } from '@/db/schema'
import {
  dueAt,
  handClockToApplicant,
  hasRunOut,
  limitInForce,
  officeTime,
  shanghaiDayOf,
} from '@/lib/deadlines'
import { closeOpenProposal } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import { type Database, serviceNow, type Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { type CorrectableField, isCorrectableField } from './correctable-fields'
import { type DocumentToShow, documentThatShows } from './documents-to-show'
import { asFirstContact, type CaseFailure, handleOpenCase } from './handle-open-case'
import { makeTransition } from './make-transition'

/** A listed field with the office's words, and the paper that it asks to see, if it does. */
export type CorrectionItem = { field: CorrectableField; what: string; document?: DocumentToShow }
export type CorrectionFailure =
  | CaseFailure
  | 'waits-for-applicant'
  | 'already-notified'
  | 'too-late-for-a-notice'
  | 'nothing-listed'
  | 'item-without-words'

/**
 * Sends the one correction notice of a case, listing everything at once (一次性告知, 行政许可法 art. 32 (4)):
 * within the first five working days and before the office's clock ends. The office's clock stops meanwhile.
 */
export async function requestCorrection(
  { reference, viewer, items }: { reference: string; viewer: StaffViewer; items: CorrectionItem[] },
  { db }: { db: Database },
): Promise<Result<{ answerBy: Date }, CorrectionFailure>> {
  const listed = items.filter(({ field }) => isCorrectableField(field)).map(withAllowedDocument)
  if (listed.length === 0) return failed('nothing-listed')
  const wordless = listed.find(({ what }) => !what.trim())
  if (wordless) return failed('item-without-words', { field: wordless.field })
  return handleOpenCase(
    { reference, viewer, as: 'officer', db },
    async (transaction, { application, by, now }) => {
      if (application.status !== 'accepted') return failed('waits-for-applicant')
      const why = await whyNotNotify(transaction, { application, now })
      if (why) return failed(why)
      await Promise.all([
        closeOpenProposal(transaction, { applicationId: application.id, outcome: 'overtaken' }),
        transaction
          .insert(correctionNotices)
          .values({ applicationId: application.id, items: listed, sentById: viewer.staffId }),
      ])
      const clock = await handClockToApplicant(transaction, { application })
      const moved = await makeTransition(transaction, {
        applicationId: application.id,
        name: 'request-correction',
        by,
        set: asFirstContact({ application, viewer }),
      })
      if (!moved) throw new Error('a locked accepted case can be sent back for correction')
      await notifyResident(transaction, { application: moved, template: 'correction-requested' })
      return done({ answerBy: clock.dueAt })
    },
  )
}

/** A paper that does not show the fact is not asked for, whatever a form says. */
function withAllowedDocument({ field, what, document }: CorrectionItem): CorrectionItem {
  const allowed = documentThatShows(field)
  return document && document === allowed ? { field, what, document } : { field, what }
}

type NotifiableCase = { officeCode: string; acceptedAt: Date | null }

/** Until when a notice may be sent: the fifth working day after acceptance. */
export async function noticeMayBeSentUntil(
  db: Transaction | Database,
  { application }: { application: NotifiableCase },
): Promise<Date> {
  if (!application.acceptedAt) throw new Error('a draft gets no correction notice')
  const [limit, time] = await Promise.all([
    limitInForce(db, { kind: 'correction-notice', on: shanghaiDayOf(application.acceptedAt) }),
    officeTime(db, { officeCode: application.officeCode }),
  ])
  return dueAt({ startedAt: application.acceptedAt, workingDays: limit.workingDays, ...time }).dueAt
}

/** Until when a notice may still be sent: within its own days, and before the office's clock ends. */
export async function lastMomentForNotice(
  db: Transaction | Database,
  { application, decideBy }: { application: NotifiableCase; decideBy: Date },
): Promise<Date> {
  const until = await noticeMayBeSentUntil(db, { application })
  return until < decideBy ? until : decideBy
}

/** By when the applicant would have to answer a notice that is sent now. */
export async function answerDueIfSentNow(
  db: Transaction | Database,
  { application }: { application: { officeCode: string } },
): Promise<Date> {
  const now = await serviceNow(db)
  const limit = await limitInForce(db, { kind: 'applicant-must-answer', on: shanghaiDayOf(now) })
  const time = await officeTime(db, { officeCode: application.officeCode })
  return dueAt({ startedAt: now, workingDays: limit.workingDays, ...time }).dueAt
}

/** Why no notice can be sent any more, if so: there was one, or its time is over. */
export async function whyNotNotify(
  db: Transaction | Database,
  { application, now }: { application: NotifiableCase & { id: string }; now: Date },
): Promise<'already-notified' | 'too-late-for-a-notice' | null> {
  const [[notice], until] = await Promise.all([
    db
      .select({ id: correctionNotices.id })
      .from(correctionNotices)
      .where(eq(correctionNotices.applicationId, application.id)),
    noticeMayBeSentUntil(db, { application }),
  ])
  if (notice) return 'already-notified'
  return hasRunOut({ dueAt: until, now }) ? 'too-late-for-a-notice' : null
}
