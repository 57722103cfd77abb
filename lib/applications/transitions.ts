import { applicationStatuses } from '@/db/schema'

/**
 * The lifecycle of an application: every allowed transition, who may make it and what it needs. This table
 * is the single source: the pages offer what it allows, the commands ask it, and it is written into
 * `application_transitions`, which the database's triggers read (DESIGN §3).
 */
export { applicationStatuses }

export type ApplicationStatus = (typeof applicationStatuses)[number]

export type TransitionActor = 'resident' | 'officer' | 'supervisor' | 'system'

export type Transition = {
  name: string
  from: readonly ApplicationStatus[]
  to: ApplicationStatus
  actor: TransitionActor
  /** What must exist in the same transaction; the words of the constraints that check it. */
  needs: readonly string[]
}

export const transitions = {
  submit: {
    name: 'submit',
    from: ['draft'],
    to: 'accepted',
    actor: 'resident',
    needs: ['complete answers', 'signed commitment', 'office clock'],
  },
  'request-correction': {
    name: 'request-correction',
    from: ['accepted'],
    to: 'correction_requested',
    actor: 'officer',
    needs: ['the one correction notice', 'applicant clock'],
  },
  'answer-correction': {
    name: 'answer-correction',
    from: ['correction_requested'],
    to: 'accepted',
    actor: 'resident',
    needs: ['answer to the notice', 'office clock goes on'],
  },
  register: {
    name: 'register',
    from: ['accepted'],
    to: 'registered',
    actor: 'officer',
    needs: ['decision', 'certificate'],
  },
  'register-by-lapse': {
    name: 'register-by-lapse',
    from: ['accepted'],
    to: 'registered',
    actor: 'system',
    needs: ['lapsed office clock', 'decision', 'certificate', 'supervision record'],
  },
  reject: {
    name: 'reject',
    from: ['accepted'],
    to: 'rejected',
    actor: 'supervisor',
    needs: ['published reason', 'explanation', 'evidence', 'second person', 'remedies'],
  },
  'set-rejection-right': {
    name: 'set-rejection-right',
    from: ['rejected'],
    to: 'registered',
    actor: 'supervisor',
    needs: ['new decision', 'certificate'],
  },
  withdraw: {
    name: 'withdraw',
    from: ['accepted', 'correction_requested'],
    to: 'withdrawn',
    actor: 'resident',
    needs: [],
  },
  'close-unanswered': {
    name: 'close-unanswered',
    from: ['correction_requested'],
    to: 'closed',
    actor: 'system',
    needs: ['lapsed applicant clock'],
  },
} as const satisfies Record<string, Transition>

export type TransitionName = keyof typeof transitions

/** Whether the lifecycle leads from a status by this transition. */
export function allows({ name, from }: { name: TransitionName; from: ApplicationStatus }): boolean {
  return (transitions[name].from as readonly ApplicationStatus[]).includes(from)
}

/** The transitions that a person of this kind may make from a status, in the order of the table. */
export function transitionsFrom({
  status,
  actor,
}: {
  status: ApplicationStatus
  actor: TransitionActor
}): TransitionName[] {
  return (Object.keys(transitions) as TransitionName[]).filter(
    name => allows({ name, from: status }) && transitions[name].actor === actor,
  )
}

/** Statuses in which somebody must still act. */
export const openStatuses = [
  'accepted',
  'correction_requested',
] as const satisfies readonly ApplicationStatus[]
