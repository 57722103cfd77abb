import { and, eq, sql } from 'drizzle-orm'
import { phoneChanges, residents } from '@/db/schema'
import { recordChange } from '@/lib/audit'
import { languageOf, queueNotifications } from '@/lib/notifications'
import type { Database, Queryable, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { checkOneTimeCode, consumeOneTimeCode } from '../one-time-codes'
import type { SignInFailure } from '../resident-sign-in'
import type { StaffViewer } from '../sessions'
import { mayChangePhones, officeOf } from './ask-at-office'
import { contestedChangeOf, whyMayNotSettle } from './contested-change'
import { ofContested, type PhoneChange, phoneIsFree, putInEffect, stillWaits } from './put-in-effect'

/** The change that this member of staff has begun, while it waits for the code. */
export async function findPhoneChangeAtOffice(
  { viewer, changeId }: { viewer: StaffViewer; changeId: string },
  { db }: { db: Queryable },
): Promise<PhoneChange | null> {
  if (!/^[0-9a-f-]{36}$/.test(changeId)) return null
  const [change] = await db
    .select()
    .from(phoneChanges)
    .where(and(eq(phoneChanges.id, changeId), eq(phoneChanges.staffId, viewer.staffId), stillWaits()))
  return change ?? null
}

export type FinishAtOfficeFailure =
  | Exclude<SignInFailure, 'frozen'>
  | 'not-your-role'
  | 'change-is-over'
  | 'phone-in-use'
  | 'needs-supervisor'
  | 'needs-another-person'
  | 'check-again'

/**
 * Finishes it with the code that the person reads out from the new phone. A contested account is thereby
 * settled; the numbers that contested it are told, and nobody can object any more. Whoever settles it says that
 * they checked who stands before them once more.
 */
export async function finishPhoneChangeAtOffice(
  {
    viewer,
    changeId,
    code,
    objectionHours,
    hasCheckedAgain = false,
  }: {
    viewer: StaffViewer
    changeId: string
    code: string
    objectionHours: number
    /** Of an account whose last change was objected to: the original document and the face were compared anew. */
    hasCheckedAgain?: boolean
  },
  { db }: { db: Database },
): Promise<Result<null, FinishAtOfficeFailure>> {
  if (!mayChangePhones(viewer)) return failed('not-your-role')
  const change = await findPhoneChangeAtOffice({ viewer, changeId }, { db })
  if (!change) return failed('change-is-over')
  const checked = await checkOneTimeCode({ purpose: 'take-phone', phone: change.newPhone, code }, { db })
  if (!checked.ok) return checked
  return db.transaction(async transaction => {
    const { residentId } = change
    const refused = await whyNotIfFrozen(transaction, { viewer, residentId, hasCheckedAgain })
    if (refused) return failed(refused)
    const free = await phoneIsFree(transaction, { phone: change.newPhone, residentId })
    if (!free.ok) return free
    const consumed = await consumeOneTimeCode(transaction, checked.value)
    if (!consumed.ok) return consumed
    const settled = await settleObjections(transaction, { residentId, role: viewer.role })
    const effective = await putInEffect(transaction, {
      change,
      emptyAccount: free.value.emptyAccount,
      objectionHours: settled > 0 ? null : objectionHours,
    })
    if (!effective.ok) return effective
    await recordChange(transaction, {
      viewer,
      action: 'phone-changed-at-office',
      ...(change.applicationId && { applicationId: change.applicationId }),
      ...officeOf(viewer),
      details: { documentSeen: change.documentSeen, settled: settled > 0 },
    })
    return done(null)
  })
}

/** The old number may have objected since the change was begun: what holds then is asked once more. */
async function whyNotIfFrozen(
  transaction: Transaction,
  {
    viewer,
    residentId,
    hasCheckedAgain,
  }: { viewer: StaffViewer; residentId: string; hasCheckedAgain: boolean },
): Promise<'needs-supervisor' | 'needs-another-person' | 'check-again' | null> {
  const [resident] = await transaction
    .select({ frozenAt: residents.frozenAt })
    .from(residents)
    .where(eq(residents.id, residentId))
    .for('update')
  if (!resident?.frozenAt) return null
  const contested = await contestedChangeOf(transaction, { residentId })
  return whyMayNotSettle({ viewer, contested }) ?? (hasCheckedAgain ? null : 'check-again')
}

/** @returns how many objections stood and are settled now */
async function settleObjections(
  transaction: Transaction,
  { residentId, role }: { residentId: string; role: StaffViewer['role'] },
): Promise<number> {
  if (role !== 'supervisor') return 0
  const settled = await transaction
    .update(phoneChanges)
    .set({ settledAt: sql`service_now()` })
    .where(ofContested(residentId))
    .returning()
  const [resident] = await transaction.select().from(residents).where(eq(residents.id, residentId))
  const numbers = new Set(settled.flatMap(({ oldPhone, newPhone }) => [oldPhone, newPhone]))
  await queueNotifications(
    transaction,
    [...numbers].map(recipient => ({
      channel: 'sms' as const,
      recipient,
      template: 'phone-settled' as const,
      language: languageOf(resident?.language ?? ''),
      values: { link: '/guide#offices' },
    })),
  )
  return settled.length
}
