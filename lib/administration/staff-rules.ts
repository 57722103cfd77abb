import type { StaffRole } from '@/lib/identity'
import { failed } from '@/lib/platform/result'

export const staffRoles = [
  'officer',
  'supervisor',
  'county',
  'administrator',
  'auditor',
] as const satisfies readonly StaffRole[]

/** Officers and supervisors serve offices, the county watches over some; the others belong to none. */
export const rolesWithOffices = ['officer', 'supervisor', 'county'] as const satisfies readonly StaffRole[]

export function isStaffRole(text: string): text is StaffRole {
  return staffRoles.some(role => role === text)
}

export function hasOffices(role: StaffRole): boolean {
  return rolesWithOffices.some(known => known === role)
}

export type PostFailure = 'no-such-role' | 'offices-missing' | 'no-such-office' | 'not-an-email'

/** What is wrong with a post: its role, its offices, the address for reminders. Null if nothing is. */
export function whyNotThisPost({
  role,
  officeCodes,
  knownCodes,
  email,
}: {
  role: string
  officeCodes: readonly string[]
  knownCodes: readonly string[]
  email: string
}) {
  if (!isStaffRole(role)) return failed('no-such-role' as const)
  if (hasOffices(role) && officeCodes.length === 0) return failed('offices-missing' as const)
  if (officeCodes.some(code => !knownCodes.includes(code))) return failed('no-such-office' as const)
  if (email && !/^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) return failed('not-an-email' as const)
  return null
}

/** Names for signing in are typed on any keyboard: lower-case letters, digits, dots and hyphens. */
export function isSignInName(text: string): boolean {
  return /^[a-z][a-z0-9.-]{2,39}$/.test(text)
}

/** The number that stands on certificates beside the office: letters, digits and hyphens. */
export function isStaffNumber(text: string): boolean {
  return /^[A-Z0-9-]{2,20}$/.test(text)
}
