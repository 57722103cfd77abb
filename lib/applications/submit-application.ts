import { and, eq, inArray, ne } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { applicationParties, applications } from '@/db/schema'
import {
  type CheckedCode,
  checkOneTimeCode,
  consumeOneTimeCode,
  type ResidentViewer,
  readOneTimeCode,
} from '@/lib/identity'
import { type Database, type Queryable, serviceNow, type Transaction } from '@/lib/platform/database'
import { done, type Failed, failed, type Result } from '@/lib/platform/result'
import { acceptApplication } from './accept-application'
import { draftOf, isDraftId, ownedBy } from './drafts/draft'
import { formContext } from './drafts/form-context'
import { readSignature, signerOf } from './form/10-signature'
import type { CompleteApplication } from './form/complete-application'
import { readApplication } from './form/journey'
import { openStatuses } from './transitions'

type Submission = { draftId: string; viewer: ResidentViewer; typedName: string; code: string }

/** Why the answers or the typed name cannot be submitted as they stand. */
type ReadFailure = 'draft-not-found' | 'incomplete' | 'signature-missing' | 'signature-differs'

export type SubmissionFailure =
  | ReadFailure
  | 'open-application'
  | 'empty-code'
  | 'not-six-digits'
  | 'wrong-code'
  | 'expired'
  | 'no-code'
  | 'used-up'

/**
 * Signs and submits a draft, which is accepted on the spot. The same form sent twice gives one application,
 * and both answers lead to it.
 *
 * An applicant whose other application is still open is asked first (`open-application`): a second one for
 * the same child would only be refused, but one for another child is their right, so it is never forbidden.
 *
 * @param forAnotherChild the applicant knows of their open application and means another child
 */
export async function submitApplication(
  { forAnotherChild, ...submission }: Submission & { forAnotherChild: boolean },
  { db }: { db: Database },
): Promise<Result<{ reference: string }, SubmissionFailure>> {
  const read = await readSubmission(db, submission)
  if (!read.ok) return throughTheFirst(read)
  if (!forAnotherChild) {
    const open = await findOpenApplication(db, { ...submission, application: read.value })
    if (open) return failed('open-application', open)
  }
  const code = readOneTimeCode(submission.code)
  if (!code.ok) return code
  const { phone } = submission.viewer
  const checked = await checkOneTimeCode({ purpose: 'sign-application', phone, code: code.value }, { db })
  // Of two submits at once the slower finds the code used; its draft then tells whether the other was accepted.
  if (!checked.ok) return (await alreadySubmitted(db, submission)) ?? checked
  return db.transaction(transaction => acceptSigned(transaction, { submission, code: checked.value }))
}

/** The draft is locked and read once more, since another device may have changed it while the code was typed. */
async function acceptSigned(
  transaction: Transaction,
  { submission, code }: { submission: Submission; code: CheckedCode },
): Promise<Result<{ reference: string }, SubmissionFailure>> {
  const { draftId, viewer } = submission
  await transaction
    .select({ id: applications.id })
    .from(applications)
    .where(ownedBy({ draftId, viewer }))
    .for('update')
  const read = await readSubmission(transaction, submission)
  if (!read.ok) return throughTheFirst(read)
  const consumed = await consumeOneTimeCode(transaction, code)
  if (!consumed.ok) return consumed
  const accepted = await acceptApplication(transaction, {
    draftId,
    residentId: viewer.residentId,
    application: read.value,
    codeConfirmedAt: await serviceNow(transaction),
    ...(viewer.assistedBy && { assistedBy: viewer.assistedBy }),
  })
  return done({ reference: accepted.reference })
}

async function readSubmission(
  db: Queryable,
  { draftId, viewer, typedName }: Submission,
): Promise<Result<CompleteApplication, ReadFailure | 'already-submitted'>> {
  if (!isDraftId(draftId)) return failed('draft-not-found')
  const [row] = await db.select().from(applications).where(ownedBy({ draftId, viewer }))
  if (!row) return failed('draft-not-found')
  if (row.reference !== null) return failed('already-submitted', { reference: row.reference })
  const context = await formContext(db, { viewer })
  const application = readApplication({ answers: draftOf(row).answers, context })
  if (!application) return failed('incomplete')
  const signature = readSignature({ typedName, signer: signerOf(application) })
  if (!signature.ok) return signature
  return done({ ...application, typedName: signature.value })
}

/** A draft that was accepted meanwhile is no failure: the answer leads to its application. */
function throughTheFirst({
  failure,
  details,
}: Failed<ReadFailure | 'already-submitted'>): Result<{ reference: string }, ReadFailure> {
  if (failure === 'already-submitted') return done({ reference: String(details.reference) })
  return failed(failure, details)
}

async function alreadySubmitted(db: Database, { draftId, viewer }: Submission) {
  const [row] = await db
    .select({ reference: applications.reference })
    .from(applications)
    .where(ownedBy({ draftId, viewer }))
  return row?.reference ? done({ reference: row.reference }) : null
}

/** Another application of this resident for the same applicant that nobody has answered yet. */
export async function findOpenApplication(
  db: Queryable,
  {
    draftId,
    viewer,
    application,
  }: {
    draftId: string
    viewer: ResidentViewer
    application: Pick<CompleteApplication, 'applicant'>
  },
): Promise<{ reference: string } | null> {
  const lookup = personalLookup({ kind: 'id-number', value: application.applicant.document.number })
  const [open] = await db
    .select({ reference: applications.reference })
    .from(applications)
    .innerJoin(applicationParties, eq(applicationParties.applicationId, applications.id))
    .where(
      and(
        eq(applications.residentId, viewer.residentId),
        ne(applications.id, draftId),
        inArray(applications.status, [...openStatuses]),
        eq(applicationParties.role, 'applicant'),
        eq(applicationParties.documentNumberLookup, lookup),
      ),
    )
    .limit(1)
  return open?.reference ? { reference: open.reference } : null
}
