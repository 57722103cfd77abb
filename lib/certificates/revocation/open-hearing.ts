import { revocationHearings } from '@/db/schema'
import { type HandlingFailure, recordEvent } from '@/lib/applications'
import { countDeadline, inShanghaiZone, limitInForce } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { civilDateIn } from '@/lib/platform/civil-date'
import { type Database, serviceNow } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { lockForSupervisor } from './certificate-of-office'
import { tellHolders } from './tell-holders'

export const LONGEST_HEARING_TEXT = 1_000

export type OpenHearingFailure =
  | HandlingFailure
  | TypedTextFailure
  | 'certificate-not-found'
  | 'no-longer-valid'
  | 'hearing-open'
  | 'reason-missing'

/**
 * Tells the holders that the office means to revoke a certificate, why, and until when they may answer. Nothing
 * is revoked yet: who is concerned is heard first (行政许可法 art. 36).
 */
export async function openHearing(
  { number, viewer, reason: raw }: { number: string; viewer: StaffViewer; reason: string },
  { db }: { db: Database },
): Promise<Result<{ answerUntil: Date }, OpenHearingFailure>> {
  const reason = readTypedText({ raw, maximumLength: LONGEST_HEARING_TEXT, lines: true })
  if (!reason.ok) return reason
  if (reason.value === '') return failed('reason-missing')
  const { answerUntil, workingDays } = await endOfHearing(db)
  return db.transaction(async transaction => {
    const found = await lockForSupervisor(transaction, { number, viewer })
    if (!found.ok) return found
    const { certificate, application, hearing } = found.value
    if (certificate.status !== 'valid') return failed('no-longer-valid')
    if (hearing) return failed('hearing-open')
    await transaction.insert(revocationHearings).values({
      certificateId: certificate.id,
      reason: reason.value,
      openedById: viewer.staffId,
      answerUntil,
    })
    await recordEvent(transaction, {
      application,
      name: 'hearing-opened',
      from: application.status,
      to: application.status,
      by: { kind: 'supervisor', staffId: viewer.staffId, officeCode: certificate.officeCode },
    })
    await tellHolders(transaction, { application, step: 'hearing-opened', values: { count: workingDays } })
    return done({ answerUntil })
  })
}

async function endOfHearing(db: Database): Promise<{ answerUntil: Date; workingDays: string }> {
  const now = await serviceNow(db)
  const { workingDays } = await limitInForce(db, {
    kind: 'hearing-answer',
    on: civilDateIn({ instant: now }),
  })
  const counted = await countDeadline(
    { start: inShanghaiZone(now), workingDays: String(workingDays) },
    { db },
  )
  if (!counted.ok) throw new Error(`a hearing starting now cannot be counted: ${counted.failure}`)
  return { answerUntil: counted.value.dueAt, workingDays: String(workingDays) }
}
