import { type Place, type Role, roles } from '../world'

/** What a page or route gives somebody: what they came for, the way to sign in, or nothing. */
export type Outcome = 'yes' | 'sign-in' | 'no'

export type Door = {
  /** An address behind this door, in the world of the test. */
  at: (places: Record<Place, string>) => string
  gives: Record<Role, Outcome>
}

export const staffRoles: readonly Role[] = [
  'officer',
  'officer elsewhere',
  'supervisor',
  'county',
  'administrator',
  'auditor',
]

export function outcomes(of: (role: Role) => Outcome): Record<Role, Outcome> {
  return Object.fromEntries(roles.map(role => [role, of(role)])) as Record<Role, Outcome>
}

/** Open to the whole world. */
export const everybody = outcomes(() => 'yes')
/** Leads to the door of sign-in whoever asks, since it is a step of signing in. */
export const afterAPhone = outcomes(() => 'sign-in')
/** Any signed-in resident; staff sign in as residents first. */
export const residents = outcomes(role =>
  role === 'resident' || role === 'other resident' ? 'yes' : 'sign-in',
)
/** The resident whose application it is; for another resident there is nothing at that address. */
export const owner = outcomes(role =>
  role === 'resident' ? 'yes' : role === 'other resident' ? 'no' : 'sign-in',
)

/** In the form, the officer elsewhere is somebody who helps a third resident at the counter, with drafts of their own. */
export const residentsAndHelper: Record<Role, Outcome> = { ...residents, 'officer elsewhere': 'yes' }
export const ownerAtCounter: Record<Role, Outcome> = { ...owner, 'officer elsewhere': 'no' }

/** These members of staff; others are told that it is not theirs, and residents are led to the staff's door. */
export function staff(...allowed: Role[]): Record<Role, Outcome> {
  return outcomes(role => {
    if (!staffRoles.includes(role)) return 'sign-in'
    return allowed.includes(role) ? 'yes' : 'no'
  })
}

/** A step of signing in: for whoever has come so far, and past it for whoever is signed in. */
export function step(waiting: Role): Record<Role, Outcome> {
  return outcomes(role => (role === waiting || staffRoles.includes(role) ? 'yes' : 'sign-in'))
}
