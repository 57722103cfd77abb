import { closingOf, type OfficeTime, openingOf, shanghaiDayOf, timeOfDayOf } from '@/lib/deadlines'
import { surnameOf } from './surname'

/** One look of a member of staff at a case, as the log has it. */
export type Look = {
  staffId: string
  staffName: string
  at: Date
  caseId: string
  isReveal: boolean
  /** Whether the member handles or handled this case: it is their work to look. */
  isOwnCase: boolean
  /** The people named in the case. */
  partyNames: readonly string[]
  officeTime: OfficeTime
}

export type AccessAlertRule =
  | 'many-cases'
  | 'many-cases-in-a-day'
  | 'after-hours'
  | 'revealed-numbers'
  | 'shared-surname'

export type UnusualAccess = {
  rule: AccessAlertRule
  staffId: string
  /** What it is about: the same rule, person and span are raised once. */
  span: string
  looks: number
  firstAt: Date
  lastAt: Date
}

/** An officer opens some forty cases of others in a busy day; more than these is worth a question, not a verdict. */
export const accessLimits = {
  casesAnHour: 25,
  casesADay: 80,
  looksAfterHours: 3,
  /** Around the hours, for whoever begins early or finishes a case. */
  toleranceMinutes: 60,
  revealsADay: 10,
  looksAtSharedSurname: 3,
} as const

const hour = 3_600_000

/**
 * Looks that an auditor should know of, each rule by itself. Nothing is judged: what is raised may have its
 * good reason, which the auditor finds out. Of staff the service knows name and office and no address, so that
 * relatives are guessed by a shared surname together with repeated looks at a case that is not one's own.
 */
export function unusualLooks(looks: readonly Look[]): UnusualAccess[] {
  const inOrder = looks.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  return [...groupBy(inOrder, ({ staffId }) => staffId).values()].flatMap(ofOne => [
    ...manyInAnHour(ofOne),
    ...onEachDay(ofOne).flatMap(({ day, ofDay }) => [
      ...manyInADay({ day, ofDay }),
      ...afterHours({ day, ofDay }),
      ...revealedNumbers({ day, ofDay }),
      ...sharedSurname({ day, ofDay }),
    ]),
  ])
}

function manyInAnHour(looks: readonly Look[]): UnusualAccess[] {
  const others = looks.filter(({ isOwnCase }) => !isOwnCase)
  const found = new Map<string, UnusualAccess>()
  let first = 0
  others.forEach((last, index) => {
    while (last.at.getTime() - (others[first]?.at.getTime() ?? 0) >= hour) first += 1
    const within = others.slice(first, index + 1)
    if (distinctCases(within) <= accessLimits.casesAnHour) return
    const span = `${shanghaiDayOf(last.at)} ${timeOfDayOf(last.at).slice(0, 2)}`
    found.set(span, asAlert({ rule: 'many-cases', looks: within, span }))
  })
  return [...found.values()]
}

type Day = { day: string; ofDay: readonly Look[] }

function manyInADay({ day, ofDay }: Day): UnusualAccess[] {
  const others = ofDay.filter(({ isOwnCase }) => !isOwnCase)
  if (distinctCases(others) <= accessLimits.casesADay) return []
  return [asAlert({ rule: 'many-cases-in-a-day', looks: others, span: day })]
}

function afterHours({ day, ofDay }: Day): UnusualAccess[] {
  const outside = ofDay.filter(isOutsideHours)
  if (outside.length < accessLimits.looksAfterHours) return []
  return [asAlert({ rule: 'after-hours', looks: outside, span: day })]
}

function revealedNumbers({ day, ofDay }: Day): UnusualAccess[] {
  const reveals = ofDay.filter(({ isReveal }) => isReveal)
  if (reveals.length < accessLimits.revealsADay) return []
  return [asAlert({ rule: 'revealed-numbers', looks: reveals, span: day })]
}

function sharedSurname({ day, ofDay }: Day): UnusualAccess[] {
  const suspect = ofDay.filter(
    ({ isOwnCase, staffName, partyNames }) =>
      !isOwnCase && partyNames.some(name => surnameOf(name) === surnameOf(staffName)),
  )
  return [...groupBy(suspect, ({ caseId }) => caseId)].flatMap(([caseId, looks]) =>
    looks.length >= accessLimits.looksAtSharedSurname || looks.some(({ isReveal }) => isReveal)
      ? [asAlert({ rule: 'shared-surname', looks, span: `${day} ${caseId}` })]
      : [],
  )
}

/** Outside the office's hours of that day, with some tolerance; a day off has none. */
export function isOutsideHours({
  at,
  officeTime: { calendar, hours },
}: Pick<Look, 'at' | 'officeTime'>): boolean {
  const date = shanghaiDayOf(at)
  if (!calendar.isWorkingDay(date)) return true
  const tolerance = accessLimits.toleranceMinutes * 60_000
  return (
    at.getTime() < openingOf({ date, hours }).getTime() - tolerance ||
    at.getTime() > closingOf({ date, hours }).getTime() + tolerance
  )
}

function asAlert({
  rule,
  looks,
  span,
}: {
  rule: AccessAlertRule
  looks: readonly Look[]
  span: string
}): UnusualAccess {
  const [first, last] = [looks[0], looks.at(-1)]
  if (!first || !last) throw new Error('an alert is about some looks')
  return { rule, staffId: first.staffId, span, looks: looks.length, firstAt: first.at, lastAt: last.at }
}

function onEachDay(looks: readonly Look[]): Day[] {
  return [...groupBy(looks, ({ at }) => shanghaiDayOf(at))].map(([day, ofDay]) => ({ day, ofDay }))
}

function distinctCases(looks: readonly Look[]): number {
  return new Set(looks.map(({ caseId }) => caseId)).size
}

function groupBy(looks: readonly Look[], key: (look: Look) => string): Map<string, Look[]> {
  const groups = new Map<string, Look[]>()
  for (const look of looks) {
    const group = groups.get(key(look))
    if (group) group.push(look)
    else groups.set(key(look), [look])
  }
  return groups
}
