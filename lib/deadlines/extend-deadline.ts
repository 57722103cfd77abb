import { eq } from 'drizzle-orm'
import { deadlines } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { type CaseFailure, handleOpenCase, recordEvent } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database } from '@/lib/platform/database'
import { demand, done, failed, failedTogether, type Result } from '@/lib/platform/result'
import { answerExtensionRequest } from './extension-requests'
import { limitInForce } from './limit-in-force'
import { officeTime } from './office-time'
import { type ExtensionFailure, extend, shanghaiDayOf } from './rules'

type ExtendFailure =
  | ExtensionFailure
  | 'waits-for-applicant'
  | 'already-extended'
  | 'reason-missing'
  | 'not-a-number'

/** Extends the office's clock once, by a supervisor, with a reason that the applicant is told (行政许可法 art. 42). */
export async function extendDeadline(
  {
    reference,
    viewer,
    workingDays,
    reason,
  }: { reference: string; viewer: StaffViewer; workingDays: number; reason: string },
  { db }: { db: Database },
): Promise<Result<{ dueAt: Date }, CaseFailure | ExtendFailure>> {
  return handleOpenCase(
    { reference, viewer, as: 'supervisor', db },
    async (transaction, { application, deadline, by, now }) => {
      if (deadline.kind !== 'office-must-decide') return failed('waits-for-applicant')
      if (deadline.extensionWorkingDays !== null) return failed('already-extended')
      const limit = await limitInForce(transaction, {
        kind: 'extension',
        on: shanghaiDayOf(deadline.startedAt),
      })
      const time = await officeTime(transaction, { officeCode: application.officeCode })
      const isPeriod = Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= 250
      const extended = isPeriod
        ? extend({
            dueAt: deadline.dueAt,
            extendedAt: now,
            workingDays,
            longestWorkingDays: limit.workingDays,
            statutoryDueAt: deadline.statutoryDueAt ?? deadline.dueAt,
            ...time,
          })
        : failed('not-a-number')
      const words = demand(reason.trim() !== '', 'reason-missing')
      if (!extended.ok || !words.ok) return failedTogether<ExtendFailure>([extended, words])
      await transaction
        .update(deadlines)
        .set({
          dueAt: extended.value.dueAt,
          provisional: extended.value.provisional,
          extensionWorkingDays: workingDays,
          extensionReason: reason,
          extendedById: viewer.staffId,
          extendedAt: serviceNow,
          remindedAmberAt: null,
          remindedRedAt: null,
        })
        .where(eq(deadlines.id, deadline.id))
      await answerExtensionRequest(transaction, {
        applicationId: application.id,
        answeredById: viewer.staffId,
        outcome: 'granted',
      })
      await recordEvent(transaction, {
        application,
        name: 'extend',
        from: application.status,
        to: application.status,
        by,
        note: reason,
        details: { workingDays },
      })
      await notifyResident(transaction, { application, template: 'extension-granted' })
      return done({ dueAt: extended.value.dueAt })
    },
  )
}
