import { supervisionRecords } from '@/db/schema'
import type { Application } from '@/lib/applications'
import type { Transaction } from '@/lib/platform/database'

/** Opens a record against the office whose clock ran out; once a lapse, whoever asks. */
export async function openSupervisionRecord(
  transaction: Transaction,
  { application, deadlineId }: { application: Application; deadlineId: string },
): Promise<void> {
  if (!application.officeCode) throw new Error('a draft has no office to supervise')
  await transaction
    .insert(supervisionRecords)
    .values({ applicationId: application.id, deadlineId, officeCode: application.officeCode })
    .onConflictDoNothing({ target: supervisionRecords.deadlineId })
}
