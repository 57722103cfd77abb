import { and, eq, inArray, sql } from 'drizzle-orm'
import { applications, deadlines, offices, staffOffices } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { closeOpenProposal } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { demand, done, failed, failedTogether, type Result } from '@/lib/platform/result'
import { type CaseFailure, handleOpenCase } from './handle-open-case'
import { recordEvent } from './make-transition'

export type TransferFailure =
  | CaseFailure
  | 'no-such-office'
  | 'same-office'
  | 'office-has-no-staff'
  | 'reason-missing'

/**
 * Moves a case to another office: same reference, same clock. The office that gets a case first handles or
 * transfers it; a wrong office is never a reason for refusal (首接责任制).
 */
export async function transferApplication(
  {
    reference,
    viewer,
    toOfficeCode,
    reason,
  }: { reference: string; viewer: StaffViewer; toOfficeCode: string; reason: string },
  { db }: { db: Database },
): Promise<Result<{ officeName: string }, TransferFailure>> {
  return handleOpenCase(
    { reference, viewer, as: 'officer', db },
    async (transaction, { application, by }) => {
      const receiver = await findReceivingOffice(transaction, { application, officeCode: toOfficeCode })
      const words = demand(reason.trim() !== '', 'reason-missing')
      if (!receiver.ok || !words.ok) return failedTogether<TransferFailure>([receiver, words])
      await closeOpenProposal(transaction, { applicationId: application.id, outcome: 'overtaken' })
      const [moved] = await transaction
        .update(applications)
        .set({
          officeCode: toOfficeCode,
          firstContactId: null,
          claimedById: null,
          claimedAt: null,
          updatedAt: serviceNow,
        })
        .where(eq(applications.id, application.id))
        .returning()
      await transaction
        .update(deadlines)
        .set({
          officeCode: toOfficeCode,
          // The new office has not been reminded of anything yet; the applicant may have been.
          remindedAmberAt: sql`case when ${deadlines.kind} = 'applicant-must-answer' then ${deadlines.remindedAmberAt} end`,
          remindedRedAt: sql`case when ${deadlines.kind} = 'applicant-must-answer' then ${deadlines.remindedRedAt} end`,
        })
        .where(
          and(eq(deadlines.applicationId, application.id), inArray(deadlines.state, ['running', 'paused'])),
        )
      if (!moved) throw new Error('a locked case can be transferred')
      await recordEvent(transaction, {
        application: moved,
        name: 'transfer',
        from: application.status,
        to: application.status,
        by,
        note: reason,
        details: { fromOffice: application.officeCode, toOffice: toOfficeCode },
      })
      await notifyResident(transaction, { application: moved, template: 'transferred' })
      return done({ officeName: receiver.value.name })
    },
  )
}

async function findReceivingOffice(
  transaction: Transaction,
  { application, officeCode }: { application: { officeCode: string }; officeCode: string },
): Promise<Result<{ name: string }, 'same-office' | 'no-such-office' | 'office-has-no-staff'>> {
  if (officeCode === application.officeCode) return failed('same-office')
  const [office] = await transaction.select().from(offices).where(eq(offices.code, officeCode))
  if (!office) return failed('no-such-office')
  const [member] = await transaction
    .select({ staffId: staffOffices.staffId })
    .from(staffOffices)
    .where(eq(staffOffices.officeCode, officeCode))
    .limit(1)
  return member ? done({ name: office.name }) : failed('office-has-no-staff')
}
