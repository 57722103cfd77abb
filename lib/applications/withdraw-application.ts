import { cancelClocks, type OpenCaseFailure } from '@/lib/deadlines'
import { closeOpenProposal } from '@/lib/decisions'
import type { ResidentViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, type Result } from '@/lib/platform/result'
import { handleOwnCase } from './handle-own-case'
import { type Actor, type Application, makeTransition } from './make-transition'

/** Takes an application back, any time before a decision; a new one can be made of it with one click. */
export async function withdrawApplication(
  { reference, viewer }: { reference: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<{ reference: string }, OpenCaseFailure>> {
  return handleOwnCase({ reference, viewer, db }, async (transaction, { application }) => {
    const by = { kind: 'resident', residentId: viewer.residentId } as const
    const withdrawn = await withdraw(transaction, { application, by })
    await notifyResident(transaction, { application: withdrawn, template: 'withdrawn' })
    return done({ reference })
  })
}

/** Ends a locked open case without a decision, its clocks and what was proposed with it; the caller says why to whom. */
export async function withdraw(
  transaction: Transaction,
  { application, by }: { application: Application; by: Actor & { kind: 'resident' } },
): Promise<Application> {
  await closeOpenProposal(transaction, { applicationId: application.id, outcome: 'overtaken' })
  await cancelClocks(transaction, { applicationId: application.id })
  const moved = await makeTransition(transaction, { applicationId: application.id, name: 'withdraw', by })
  if (!moved) throw new Error('a locked open case can be withdrawn')
  return moved
}
