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
import { type Database, serviceNow } from '@/lib/platform/database'
import { allOf, demand, done, failed, type Result } from '@/lib/platform/result'
import { knownOffices } from './staff-members'
import {
  demandsOfPost,
  hasOffices,
  isSignInName,
  isStaffNumber,
  isStaffRole,
  type PostFailure,
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
  const { signInName, staffNumber, name, role, officeCodes, email, idNumber } = member
  const today = shanghaiDayOf(await serviceNow(db))
  const document = readIdentityDocument({ kind: 'resident-id-card', number: idNumber, today })
  const knownCodes = await knownOffices(db, officeCodes)
  const demands = [
    demand(name !== '', 'name-missing'),
    demand(isStaffNumber(staffNumber), 'not-a-staff-number'),
    demand(isSignInName(signInName), 'not-a-sign-in-name'),
    demand(idNumber === '' || document.ok, 'not-an-id-number'),
    ...demandsOfPost({ role, officeCodes, knownCodes, email }),
    ...(await stillFree(db, member)),
  ]
  const asked = allOf<AddStaffFailure>(demands)
  if (!asked.ok) return asked
  if (!isStaffRole(role)) throw new Error('a post has a role')
  const initialPassword = newInitialPassword()
  const passwordHash = await hashPassword(initialPassword)
  const idNumberLookup =
    idNumber && document.ok ? personalLookup({ kind: 'id-number', value: document.value.number }) : null
  return db.transaction(async transaction => {
    if (!(await hasRecentFactor(transaction, { viewer }))) return failed('second-factor-needed')
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

/** Two people never sign in by one name, nor share a number. */
async function stillFree(
  db: Database,
  { signInName, staffNumber }: NewStaffMember,
): Promise<Result<true, 'sign-in-name-taken' | 'staff-number-taken'>[]> {
  const others = await db
    .select({ signInName: staff.signInName, staffNumber: staff.staffNumber })
    .from(staff)
    .where(or(eq(staff.signInName, signInName), eq(staff.staffNumber, staffNumber)))
  return [
    demand(!others.some(other => other.staffNumber === staffNumber), 'staff-number-taken'),
    demand(!others.some(other => other.signInName === signInName), 'sign-in-name-taken'),
  ]
}
