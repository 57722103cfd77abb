/** Whose act an event of a case is where no member of staff stands behind it. */
export type ActedWithoutStaff = 'applicant' | 'other-parent' | 'system'

/**
 * The other parent acts on their own phone, without an account: their confirmation and objection are theirs and
 * not the service's. Everything else without a person is the clock's.
 */
export function whoActedWithoutStaff({
  name,
  byResident,
}: {
  name: string
  byResident: boolean
}): ActedWithoutStaff {
  if (name === 'other-parent-confirmed' || name === 'other-parent-objected') return 'other-parent'
  return byResident ? 'applicant' : 'system'
}
