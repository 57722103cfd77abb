export type CasePage =
  | 'correction'
  | 'rejection'
  | 'proposal'
  | 'transfer'
  | 'extension'
  | 'set-right'
  | 'complaint'
  | 'rating'
  | 'messages'
  | 'documents'
  | 'date'

/** The addresses of the staff area, built in one place. They carry references and codes, nothing personal. */
export function caseAddress({
  reference,
  page,
  done,
  failed,
}: {
  reference: string
  page?: CasePage
  done?: DoneInCase
  failed?: FailedButton
}): string {
  const path = `/staff/cases/${encodeURIComponent(reference)}${page ? `/${page}` : ''}`
  const query = new URLSearchParams({ ...(done && { done }), ...(failed && { failed }) })
  return query.size > 0 ? `${path}?${query}` : path
}

/** Where a supervisor gives the case to a colleague. */
export function reassignAddress({ reference }: { reference: string }): string {
  return `/staff/supervision/reassign/${encodeURIComponent(reference)}`
}

/** What an action has just done to a case; each has its sentence in staff.done. */
export const doneInCase = [
  'registered',
  'correction-requested',
  'rejection-proposed',
  'rejection-confirmed',
  'proposal-returned',
  'extended',
  'extension-requested',
  'extension-declined',
  'set-right',
  'claimed',
  'taken-next',
] as const
export type DoneInCase = (typeof doneInCase)[number]

/** Why a button of the case page did nothing; each has its sentence in staff.failure. */
export const failedButtons = [
  'case-not-found',
  'case-is-not-open',
  'time-had-run-out',
  'waits-for-applicant',
  'not-your-role',
  'other-office',
  'party-to-the-case',
  'claimed-by-another',
  'not-yours',
] as const
export type FailedButton = (typeof failedButtons)[number]

/** What an action that leads back to the queue has just done. */
export const doneInQueue = ['transferred', 'released', 'nothing-to-take'] as const
export type DoneInQueue = (typeof doneInQueue)[number]

/** The one of these words that a query says, if it does. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  asked: string | string[] | undefined,
): Word | null {
  return words.find(word => word === asked) ?? null
}
