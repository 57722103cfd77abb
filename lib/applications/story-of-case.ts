import type { ActSeenByReader } from './reader-of-case'
import { type ApplicationStatus, type TransitionName, transitions } from './transitions'

/** The events that the applicant is told; what an office weighs within itself is not among them. */
export const toldEvents = [
  'submit',
  'request-correction',
  'answer-correction',
  'register',
  'register-by-lapse',
  'reject',
  'set-rejection-right',
  'withdraw',
  'close-unanswered',
  'transfer',
  'extend',
  'deadline-moved',
  'certificate-waits-for-glyphs',
  'certificate-issued-later',
  'certificate-reissued',
  'certificate-printed-by-code',
  'certificate-printed-for-holder',
  'hearing-opened',
  'hearing-answered',
  'certificate-revoked',
  'hearing-dropped',
  'complaint-filed',
  'complaint-escalated',
  'complaint-answered',
  'resident-wrote',
  'office-wrote',
  'rated',
  'rating-answered',
  'other-parent-confirmed',
  'other-parent-objected',
  'mandate-confirmed',
  'mandate-denied',
  'mandate-wrong-phone',
] as const

export type ToldEvent = (typeof toldEvents)[number]

const untoldEvents = [
  'reassign',
  'request-extension',
  'decline-extension',
  'propose-rejection',
  'return-proposal',
  'message-settled',
] as const

export type EventOfCaseName = TransitionName | ToldEvent | (typeof untoldEvents)[number]

type EventOfCase = { name: string; at: Date; note: string | null; by?: ActSeenByReader | null }

export type StoryEntry =
  | { kind: 'ahead'; name: 'answer' | 'certificate' }
  | { kind: 'now'; name: 'office-decides' | 'office-checks' | 'you-answer' }
  | {
      kind: 'done'
      name: ToldEvent | 'end-without-mandate'
      at: Date
      note: string | null
      by: ActSeenByReader | null
    }

/**
 * The story of a case as the applicant reads it: what is still to come, who must act now, and what happened,
 * newest first.
 *
 * @param way whether the applicant promised or asked for a check
 * @param events in the order in which they happened
 */
export function storyOfCase({
  status,
  way = 'promise',
  events,
}: {
  status: ApplicationStatus
  way?: 'promise' | 'check' | undefined
  events: readonly EventOfCase[]
}): StoryEntry[] {
  const done = events.flatMap(({ name, at, note, by = null }, index): StoryEntry[] => {
    if (!isTold(name)) return []
    // A denied mandate takes the application back at once: nobody's wish beside that.
    const isDenial = name === 'withdraw' && events[index - 1]?.name === 'mandate-denied'
    const told = isDenial ? ('end-without-mandate' as const) : name
    return [{ kind: 'done', name: told, at, note: isForTheApplicant(name) ? note : null, by }]
  })
  return [...stillToCome({ status, way }), ...done.reverse()]
}

function stillToCome({ status, way }: { status: ApplicationStatus; way: 'promise' | 'check' }): StoryEntry[] {
  if (status === 'accepted') {
    return [
      { kind: 'ahead', name: 'certificate' },
      { kind: 'now', name: way === 'check' ? 'office-checks' : 'office-decides' },
    ]
  }
  if (status === 'correction_requested') {
    return [
      { kind: 'ahead', name: 'answer' },
      { kind: 'now', name: 'you-answer' },
    ]
  }
  return []
}

/** Whether the applicant is told of an event. */
export function isTold(name: string): name is ToldEvent {
  return (toldEvents as readonly string[]).includes(name)
}

/** Whether a stored word names an event of a case, a transition or what cases leave beside these. */
export function isEventOfCase(name: string): name is EventOfCaseName {
  return Object.hasOwn(transitions, name) || isTold(name) || untoldEvents.some(known => known === name)
}

/** Why a case was handed over, extended or set right are words for the applicant. */
export function isForTheApplicant(name: ToldEvent): boolean {
  return name === 'transfer' || name === 'extend' || name === 'set-rejection-right'
}
