import { eq, or } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { staff, staffOffices } from '@/db/schema'
import { recordChange } from '@/lib/audit'
import { shanghaiDayOf } from '@/lib/deadlines'
import {
  hashPassword,
  hasRecentFactor,
  initialPasswordUntil,
  mayAdministrate,
  newInitialPassword,
  type StaffViewer,
} from '@/lib/identity'
import { readIdentityDocument } from '@/lib/identity/rules'
import { type Database, serviceNow, type Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { knownOffices } from './staff-members'
import {
  hasOffices,
  isSignInName,
  isStaffNumber,
  isStaffRole,
  type PostFailure,
  whyNotThisPost,
} from './staff-rules'

export type NewStaffMember = {
  signInName: string
  staffNumber: string
  name: string
  role: string
  email: string
  /** Kept only as a blind index, so that nobody decides a case to which they are a party. */
  idNumber: string
  officeCodes: string[]
}

export type AddStaffFailure =
  | PostFailure
  | 'not-your-role'
  | 'not-a-sign-in-name'
  | 'not-a-staff-number'
  | 'name-missing'
  | 'not-an-id-number'
  | 'sign-in-name-taken'
  | 'staff-number-taken'
  | 'second-factor-needed'

/**
 * Gives somebody an account.
 *
 * @returns the initial password, which is kept nowhere and so can be shown only now
 */
export async function addStaffMember(
  { viewer, member }: { viewer: StaffViewer; member: NewStaffMember },
  { db }: { db: Database },
): Promise<Result<{ staffNumber: string; initialPassword: string }, AddStaffFailure>> {
  if (!mayAdministrate({ viewer })) return failed('not-your-role')
  if (!isSignInName(member.signInName)) return failed('not-a-sign-in-name')
  if (!isStaffNumber(member.staffNumber)) return failed('not-a-staff-number')
  if (!member.name) return failed('name-missing')
  const today = shanghaiDayOf(await serviceNow(db))
  const document = readIdentityDocument({ kind: 'resident-id-card', number: member.idNumber, today })
  if (member.idNumber && !document.ok) return failed('not-an-id-number')
  const initialPassword = newInitialPassword()
  const passwordHash = await hashPassword(initialPassword)
  const idNumberLookup =
    member.idNumber && document.ok
      ? personalLookup({ kind: 'id-number', value: document.value.number })
      : null
  return db.transaction(async transaction => {
    const { role, officeCodes, email } = member
    const knownCodes = await knownOffices(transaction, officeCodes)
    const why = whyNotThisPost({ role, officeCodes, knownCodes, email })
    if (why) return why
    if (!isStaffRole(role)) return failed('no-such-role')
    const taken = await whichIsTaken(transaction, member)
    if (taken) return failed(taken)
    if (!(await hasRecentFactor(transaction, { viewer }))) return failed('second-factor-needed')
    const { signInName, staffNumber, name } = member
    const [added] = await transaction
      .insert(staff)
      .values({
        signInName,
        staffNumber,
        name,
        role,
        email: email || null,
        idNumberLookup,
        passwordHash,
        initialPasswordUntil,
      })
      .onConflictDoNothing()
      .returning({ id: staff.id })
    if (!added) return failed('sign-in-name-taken')
    const served = hasOffices(role) ? knownCodes : []
    if (served.length > 0) {
      await transaction
        .insert(staffOffices)
        .values(served.map(officeCode => ({ staffId: added.id, officeCode })))
    }
    await recordChange(transaction, {
      viewer,
      action: 'staff-added',
      details: { staffNumber, role, offices: served.join(' ') },
    })
    return done({ staffNumber, initialPassword })
  })
}

async function whichIsTaken(
  transaction: Transaction,
  { signInName, staffNumber }: NewStaffMember,
): Promise<'sign-in-name-taken' | 'staff-number-taken' | null> {
  const [other] = await transaction
    .select({ signInName: staff.signInName })
    .from(staff)
    .where(or(eq(staff.signInName, signInName), eq(staff.staffNumber, staffNumber)))
    .limit(1)
  if (!other) return null
  return other.signInName === signInName ? 'sign-in-name-taken' : 'staff-number-taken'
}
