import type { StaffRole } from '@/lib/identity'
import { demand, type Result } from '@/lib/platform/result'

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

/** What a post demands: a role, its offices, an address for reminders that is one. */
export function demandsOfPost({
  role,
  officeCodes,
  knownCodes,
  email,
}: {
  role: string
  officeCodes: readonly string[]
  knownCodes: readonly string[]
  email: string
}): Result<true, PostFailure>[] {
  const servesOffices = isStaffRole(role) && hasOffices(role)
  return [
    demand(isStaffRole(role), 'no-such-role'),
    demand(!servesOffices || officeCodes.length > 0, 'offices-missing'),
    demand(
      officeCodes.every(code => knownCodes.includes(code)),
      'no-such-office',
    ),
    demand(!email || /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(email), 'not-an-email'),
  ]
}

/** Names for signing in are typed on any keyboard: lower-case letters, digits, dots and hyphens. */
export function isSignInName(text: string): boolean {
  return /^[a-z][a-z0-9.-]{2,39}$/.test(text)
}

/** The number that stands on certificates beside the office: letters, digits and hyphens. */
export function isStaffNumber(text: string): boolean {
  return /^[A-Z0-9-]{2,20}$/.test(text)
}
