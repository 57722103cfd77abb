import { lockOpenCase, type OpenCase, type OpenCaseFailure } from '@/lib/deadlines'
import { mayReadApplication, type ResidentViewer } from '@/lib/identity'
import type { Database, Transaction } from '@/lib/platform/database'
import { failed, type Result } from '@/lib/platform/result'

/**
 * The frame of every command of a resident on an own open case: one transaction, the case locked, its clock
 * checked first. Somebody else's case is answered like one that does not exist.
 */
export async function handleOwnCase<Value, Failure extends string>(
  { reference, viewer, db }: { reference: string; viewer: ResidentViewer; db: Database },
  command: (transaction: Transaction, openCase: OpenCase) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | OpenCaseFailure>> {
  return db.transaction(async transaction => {
    const locked = await lockOpenCase(transaction, { reference })
    if (!locked.ok) return locked
    const { application } = locked.value
    if (!mayReadApplication({ viewer, application })) return failed('case-not-found')
    return command(transaction, locked.value)
  })
}
