import { lockOpenCase, type OpenCase, type OpenCaseFailure } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import type { Database, Transaction } from '@/lib/platform/database'
import { failed, type Result } from '@/lib/platform/result'
import type { Actor } from './make-transition'
import { type HandlingFailure, whyNotFound, whyNotHandle } from './may-handle-case'

export type HandlingContext = { db: Database }
export type CaseFailure = OpenCaseFailure | HandlingFailure

/**
 * The frame of every command of an office on an open case: one transaction, the case locked, its clock
 * checked first, the person authorised. A lapse found on the way is kept even though the command fails.
 */
export async function handleOpenCase<Value, Failure extends string>(
  {
    reference,
    viewer,
    as,
    db,
  }: { reference: string; viewer: StaffViewer; as: 'officer' | 'supervisor'; db: Database },
  command: (transaction: Transaction, openCase: OpenCase & { by: Actor }) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | CaseFailure>> {
  return db.transaction(async transaction => {
    const locked = await lockOpenCase(transaction, { reference })
    if (!locked.ok) {
      if (locked.failure !== 'case-not-found') return locked
      return failed(await whyNotFound(transaction, { reference, viewer, as }))
    }
    const { application } = locked.value
    const why = await whyNotHandle(transaction, { viewer, application, as })
    if (why) return failed(why)
    const by = { kind: as, staffId: viewer.staffId, officeCode: application.officeCode } as const
    return command(transaction, { ...locked.value, by })
  })
}

/** 首问负责: whoever first acts on a case becomes its contact; nobody replaces them. */
export function asFirstContact({
  application,
  viewer,
}: {
  application: { firstContactId: string | null }
  viewer: StaffViewer
}): { firstContactId?: string } {
  return application.firstContactId ? {} : { firstContactId: viewer.staffId }
}
