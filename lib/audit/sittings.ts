import type { View } from './views-of-application'

/** Looks further apart than this are two sittings. */
const pauseMinutes = 30

/** The looks of one person at one sitting: how many, from when to when, and what for. */
export type Sitting = Pick<View, 'staffName' | 'office' | 'county'> & {
  from: Date
  until: Date
  looks: number
  /** Each purpose once, in the order in which they came. */
  purposes: (string | null)[]
}

/**
 * Single looks told as people mean them: whoever opens a case, a message and the case again has looked once. A
 * sitting ends with half an hour in which that person did not look.
 *
 * @param views the newest first
 * @returns sittings, the one that ended last first
 */
export function sittingsOf(views: readonly View[]): Sitting[] {
  const sittings: Sitting[] = []
  for (const { at, staffName, office, county, purpose } of views.toReversed()) {
    const open = sittings.findLast(one => one.staffName === staffName && one.office?.name === office?.name)
    if (open && at.getTime() - open.until.getTime() <= pauseMinutes * 60_000) {
      open.until = at
      open.looks += 1
      if (!open.purposes.includes(purpose)) open.purposes.push(purpose)
    } else {
      sittings.push({ staffName, office, county, from: at, until: at, looks: 1, purposes: [purpose] })
    }
  }
  return sittings.toSorted((one, other) => other.until.getTime() - one.until.getTime())
}
