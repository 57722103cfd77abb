import { eq } from 'drizzle-orm'
import { certificates, revocationHearings } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { type HandlingFailure, recordEvent } from '@/lib/applications'
import { hasRecentFactor, type StaffViewer } from '@/lib/identity'
import { type Database, serviceNow, type Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { type HearingCase, lockForSupervisor } from './certificate-of-office'
import { LONGEST_HEARING_TEXT } from './open-hearing'
import { tellHolders } from './tell-holders'

export type HearingOutcome = 'revoked' | 'dropped'

export type DecideHearingFailure =
  | HandlingFailure
  | TypedTextFailure
  | 'certificate-not-found'
  | 'no-hearing'
  | 'no-longer-valid'
  | 'note-missing'
  | 'still-time-to-answer'
  | 'second-factor-needed'

/**
 * Ends a hearing: the certificate is revoked, or stays. It is revoked only once the holder has answered or the
 * time to answer is over, with words that say why, and by somebody who has just shown their second factor;
 * verifiers learn it at once.
 */
export async function decideHearing(
  {
    number,
    viewer,
    outcome,
    note: raw,
  }: { number: string; viewer: StaffViewer; outcome: HearingOutcome; note: string },
  { db }: { db: Database },
): Promise<Result<null, DecideHearingFailure>> {
  const note = readTypedText({ raw, maximumLength: LONGEST_HEARING_TEXT, lines: true })
  if (!note.ok) return note
  if (note.value === '') return failed('note-missing')
  return db.transaction(async transaction => {
    const found = await lockForSupervisor(transaction, { number, viewer })
    if (!found.ok) return found
    const { hearing, certificate } = found.value
    if (!hearing) return failed('no-hearing')
    if (outcome === 'revoked') {
      const why = await whyNotRevoke(transaction, { certificate, hearing, viewer })
      if (why) return why
    }
    await close(transaction, { found: found.value, hearingId: hearing.id, viewer, outcome, note: note.value })
    return done(null)
  })
}

async function whyNotRevoke(
  transaction: Transaction,
  {
    certificate,
    hearing,
    viewer,
  }: {
    certificate: HearingCase['certificate']
    hearing: NonNullable<HearingCase['hearing']>
    viewer: StaffViewer
  },
) {
  if (certificate.status !== 'valid') return failed('no-longer-valid' as const)
  const isHeard = hearing.answeredAt !== null || (await serviceNow(transaction)) > hearing.answerUntil
  if (!isHeard) return failed('still-time-to-answer' as const, { until: hearing.answerUntil })
  const isConfirmed = await hasRecentFactor(transaction, { viewer })
  return isConfirmed ? null : failed('second-factor-needed' as const)
}

async function close(
  transaction: Transaction,
  {
    found: { certificate, application },
    hearingId,
    viewer,
    outcome,
    note,
  }: { found: HearingCase; hearingId: string; viewer: StaffViewer; outcome: HearingOutcome; note: string },
): Promise<void> {
  await transaction
    .update(revocationHearings)
    .set({ outcome, note, decidedById: viewer.staffId, decidedAt: serviceNowSql })
    .where(eq(revocationHearings.id, hearingId))
  if (outcome === 'revoked') {
    await transaction
      .update(certificates)
      .set({ status: 'revoked', statusSince: serviceNowSql })
      .where(eq(certificates.id, certificate.id))
  }
  const name = outcome === 'revoked' ? 'certificate-revoked' : 'hearing-dropped'
  await recordEvent(transaction, {
    application,
    name,
    from: application.status,
    to: application.status,
    by: { kind: 'supervisor', staffId: viewer.staffId, officeCode: certificate.officeCode },
  })
  await tellHolders(transaction, { application, step: name })
}
