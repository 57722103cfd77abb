import type { Application } from './make-transition'

/** Whose act an event of a case is where no member of staff stands behind it. */
export type ActedWithoutStaff = 'applicant' | 'proxy' | 'other-parent' | 'system'

/**
 * The other parent acts on their own phone, without an account: their confirmation and objection are theirs and
 * not the service's. A proxy acts beside the applicant. Everything else without a person is the clock's.
 */
export function whoActedWithoutStaff({
  name,
  byResident,
  byProxy,
}: {
  name: string
  byResident: boolean
  byProxy: boolean
}): ActedWithoutStaff {
  if (name === 'other-parent-confirmed' || name === 'other-parent-objected') return 'other-parent'
  if (byProxy) return 'proxy'
  return byResident ? 'applicant' : 'system'
}

/**
 * Whether whoever acted had applied for somebody else.
 *
 * @param residentId who acted; null where no resident did
 * @param application null where the case was erased since
 */
export function isActOfProxy({
  residentId,
  application,
}: {
  residentId: string | null
  application: Pick<Application, 'appliedBy' | 'residentId'> | null
}): boolean {
  return application?.appliedBy === 'proxy' && residentId === application.residentId
}
