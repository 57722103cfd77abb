import { supervisionRecords } from '@/db/schema'
import type { Application } from '@/lib/applications'
import type { Transaction } from '@/lib/platform/database'

/** Opens a record against each office whose clock ran out; once a lapse, whoever asks. */
export async function openSupervisionRecords(
  transaction: Transaction,
  lapses: readonly { application: Application; deadlineId: string }[],
): Promise<void> {
  await transaction
    .insert(supervisionRecords)
    .values(
      lapses.map(({ application: { id, officeCode }, deadlineId }) => {
        if (!officeCode) throw new Error('a draft has no office to supervise')
        return { applicationId: id, deadlineId, officeCode }
      }),
    )
    .onConflictDoNothing({ target: supervisionRecords.deadlineId })
}
