import { and, eq, inArray } from 'drizzle-orm'
import { applications, staff, staffOffices } from '@/db/schema'
import { type ChangeOfService, recordChange } from '@/lib/audit'
import { endSessionsOfStaff, hasRecentFactor, mayAdministrate, type StaffViewer } from '@/lib/identity'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, failedTogether, type Result } from '@/lib/platform/result'
import { giveAccess, newAccess } from './give-access'
import { findStaffMember, knownOffices, type StaffMember } from './staff-members'
import { demandsOfPost, hasOffices, isStaffRole, type PostFailure } from './staff-rules'

export type ChangeStaffFailure =
  | 'not-your-role'
  | 'member-not-found'
  | 'not-yourself'
  | 'second-factor-needed'

type Asked = { viewer: StaffViewer; staffNumber: string }
type Context = { db: Database }

/** Gives a member of staff another role, other offices or another address; it holds from their next click. */
export async function changeStaffMember(
  { role, officeCodes, email, ...asked }: Asked & { role: string; officeCodes: string[]; email: string },
  { db }: Context,
): Promise<Result<{ staffNumber: string }, ChangeStaffFailure | PostFailure>> {
  return onMember<{ staffNumber: string }, PostFailure>(asked, db, async (transaction, member) => {
    const knownCodes = await knownOffices(transaction, officeCodes)
    const demands = demandsOfPost({ role, officeCodes, knownCodes, email })
    if (!isStaffRole(role) || demands.some(({ ok }) => !ok)) return failedTogether(demands)
    const served = hasOffices(role) ? knownCodes : []
    await transaction
      .update(staff)
      .set({ role, email: email || null })
      .where(eq(staff.id, member.id))
    await transaction.delete(staffOffices).where(eq(staffOffices.staffId, member.id))
    if (served.length > 0) {
      await transaction
        .insert(staffOffices)
        .values(served.map(officeCode => ({ staffId: member.id, officeCode })))
    }
    if (role !== member.role) {
      await endSessionsOfStaff(transaction, { staffId: member.id, because: 'role-changed' })
    }
    await releaseCases(transaction, member)
    await record(transaction, asked, 'staff-changed', {
      roleBefore: member.role,
      role,
      officesBefore: member.officeCodes.join(' '),
      offices: served.join(' '),
    })
    return done({ staffNumber: member.staffNumber })
  })
}

/** Ends an account: its sessions end at once, and the cases in its hands are free for colleagues. */
export async function deactivateStaffMember(
  asked: Asked,
  { db }: Context,
): Promise<Result<{ staffNumber: string }, ChangeStaffFailure>> {
  return onMember(asked, db, async (transaction, member) => {
    await transaction.update(staff).set({ active: false }).where(eq(staff.id, member.id))
    await endSessionsOfStaff(transaction, { staffId: member.id, because: 'deactivated' })
    await releaseCases(transaction, member)
    await record(transaction, asked, 'staff-deactivated', {})
    return done({ staffNumber: member.staffNumber })
  })
}

/** Gives an ended account back, with a new password: the old one may be known to others by now. */
export async function reactivateStaffMember(
  asked: Asked,
  context: Context,
): Promise<Result<{ staffNumber: string; initialPassword: string }, ChangeStaffFailure>> {
  return renew(asked, context, 'staff-reactivated')
}

/**
 * A new initial password for somebody who forgot theirs or lost their second factor, which they set up again;
 * whoever is signed in is signed out, and the holder is told.
 */
export async function renewStaffPassword(
  asked: Asked,
  context: Context,
): Promise<Result<{ staffNumber: string; initialPassword: string }, ChangeStaffFailure>> {
  return renew(asked, context, 'staff-password-renewed')
}

async function renew(
  asked: Asked,
  { db }: Context,
  action: 'staff-reactivated' | 'staff-password-renewed',
): Promise<Result<{ staffNumber: string; initialPassword: string }, ChangeStaffFailure>> {
  const access = await newAccess()
  return onMember(asked, db, async (transaction, member) => {
    if (action === 'staff-reactivated') {
      await transaction.update(staff).set({ active: true }).where(eq(staff.id, member.id))
    }
    await giveAccess(transaction, { member, access })
    await record(transaction, asked, action, {})
    return done({ staffNumber: member.staffNumber, initialPassword: access.initialPassword })
  })
}

/** The frame of these commands. Nobody does it to themselves, so that the last administrator stays. */
async function onMember<Value, Failure extends string = never>(
  { viewer, staffNumber }: Asked,
  db: Database,
  change: (transaction: Transaction, member: StaffMember) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, ChangeStaffFailure | Failure>> {
  if (!mayAdministrate({ viewer })) return failed('not-your-role')
  if (staffNumber === viewer.staffNumber) return failed('not-yourself')
  return db.transaction(async transaction => {
    await transaction
      .select({ id: staff.id })
      .from(staff)
      .where(eq(staff.staffNumber, staffNumber))
      .for('update')
    const member = await findStaffMember(transaction, { staffNumber })
    if (!member) return failed('member-not-found')
    if (!(await hasRecentFactor(transaction, { viewer }))) return failed('second-factor-needed')
    return change(transaction, member)
  })
}

async function releaseCases(transaction: Transaction, { id }: StaffMember): Promise<void> {
  await transaction
    .update(applications)
    .set({ claimedById: null, claimedAt: null })
    .where(
      and(
        eq(applications.claimedById, id),
        inArray(applications.status, ['accepted', 'correction_requested']),
      ),
    )
}

async function record(
  transaction: Transaction,
  { viewer, staffNumber }: Asked,
  action: ChangeOfService,
  details: Record<string, string>,
): Promise<void> {
  await recordChange(transaction, { viewer, action, details: { staffNumber, ...details } })
}
