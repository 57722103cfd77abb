import { and, eq, isNull } from 'drizzle-orm'
import { applicationParties, applications, offices } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { lockOpenCase } from '@/lib/deadlines'
import { checkOneTimeCode, consumeOneTimeCode, maskName, maskPhone, sendOneTimeCode } from '@/lib/identity'
import type { Language } from '@/lib/notifications'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { secretDigest } from '@/lib/platform/secret-digest'
import { type Application, recordEvent } from './make-transition'

/** What the other parent sees before they answer: who asks, masked, and where; nothing else of the case. */
export type ConfirmationRequest = {
  applicantMasked: string
  phoneMasked: string
  officeName: string
  officeNameEnglish: string
  acceptedAt: Date
  /** A withdrawn or closed case needs no answer; a registered one may still be confirmed. */
  needsAnswer: boolean
  isRegistered: boolean
  answer: 'confirmed' | 'objected' | null
}

/** The request that a link leads to, or null for a link that we never gave or that a newer one replaced. */
export async function findConfirmationRequest(
  { secret }: { secret: string },
  { db }: { db: Queryable },
): Promise<ConfirmationRequest | null> {
  const asked = await findAsked(db, { secret })
  if (!asked) return null
  const { application, party, office, applicantName } = asked
  return {
    applicantMasked: maskName(applicantName),
    phoneMasked: maskPhone(asked.phone),
    officeName: office.name,
    officeNameEnglish: office.nameEnglish,
    acceptedAt: asked.acceptedAt,
    needsAnswer: needsAnswer(application),
    isRegistered: application.status === 'registered',
    answer: party.confirmedAt ? 'confirmed' : party.objectedAt ? 'objected' : null,
  }
}

/** Sends the code to the phone that the applicant gave: whoever answers must hold it, not only the link. */
export async function sendConfirmationCode(
  { secret, language, address }: { secret: string; language: Language; address: string },
  { db }: { db: Database },
): Promise<Result<null, 'unknown-link' | 'needs-no-answer' | 'already-answered' | 'too-soon' | 'too-many'>> {
  const asked = await findAsked(db, { secret })
  if (!asked) return failed('unknown-link')
  if (asked.party.confirmedAt || asked.party.objectedAt) return failed('already-answered')
  if (!needsAnswer(asked.application)) return failed('needs-no-answer')
  const sent = await sendOneTimeCode(
    { purpose: 'confirm-other-parent', phone: asked.phone, language, address },
    { db },
  )
  return sent.ok ? done(null) : sent
}

export type ConfirmationFailure =
  | 'unknown-link'
  | 'needs-no-answer'
  | 'already-answered'
  | 'wrong-code'
  | 'expired'
  | 'no-code'
  | 'used-up'

/**
 * The other parent speaks for themselves (DESIGN §6): confirms that their name may stand in the certificate,
 * or objects to it. An objection holds nobody up; the certificate then names the applicant alone.
 */
export async function confirmOtherParent(
  { secret, code, answer }: { secret: string; code: string; answer: 'confirm' | 'object' },
  { db }: { db: Database },
): Promise<Result<{ isRegistered: boolean }, ConfirmationFailure>> {
  const asked = await findAsked(db, { secret })
  if (!asked) return failed('unknown-link')
  const checked = await checkOneTimeCode(
    { purpose: 'confirm-other-parent', phone: asked.phone, code },
    { db },
  )
  if (!checked.ok) return checked
  return db.transaction(async transaction => {
    // Locks the case, and carries out a lapse first if its time has run out: what follows sees its result.
    await lockOpenCase(transaction, { reference: asked.application.reference ?? '' })
    const [application] = await transaction
      .select()
      .from(applications)
      .where(eq(applications.id, asked.application.id))
    if (!application || !needsAnswer(application)) return failed('needs-no-answer')
    const consumed = await consumeOneTimeCode(transaction, checked.value)
    if (!consumed.ok) return consumed
    const [answered] = await transaction
      .update(applicationParties)
      .set(answer === 'confirm' ? { confirmedAt: serviceNow } : { objectedAt: serviceNow })
      .where(
        and(
          eq(applicationParties.confirmationDigest, secretDigest(secret)),
          isNull(applicationParties.confirmedAt),
          isNull(applicationParties.objectedAt),
        ),
      )
      .returning({ applicationId: applicationParties.applicationId })
    if (!answered) return failed('already-answered')
    await recordEvent(transaction, {
      application,
      name: answer === 'confirm' ? 'other-parent-confirmed' : 'other-parent-objected',
      from: application.status,
      to: application.status,
      // The other parent has no account; that the code on their phone was right is what we know.
      by: { kind: 'system' },
    })
    return done({ isRegistered: application.status === 'registered' })
  })
}

function needsAnswer({ status }: Pick<Application, 'status'>): boolean {
  return status === 'accepted' || status === 'correction_requested' || status === 'registered'
}

async function findAsked(db: Queryable, { secret }: { secret: string }) {
  if (!/^[\w-]{43}$/.test(secret)) return null
  const [row] = await db
    .select({ application: applications, party: applicationParties, office: offices })
    .from(applicationParties)
    .innerJoin(applications, eq(applications.id, applicationParties.applicationId))
    .innerJoin(offices, eq(offices.code, applications.officeCode))
    .where(eq(applicationParties.confirmationDigest, secretDigest(secret)))
  if (!row?.party.phone || !row.application.acceptedAt) return null
  const [applicant] = await db
    .select({ name: applicationParties.name })
    .from(applicationParties)
    .where(
      and(eq(applicationParties.applicationId, row.application.id), eq(applicationParties.role, 'applicant')),
    )
  if (!applicant) return null
  return {
    ...row,
    phone: row.party.phone,
    acceptedAt: row.application.acceptedAt,
    applicantName: applicant.name,
  }
}
