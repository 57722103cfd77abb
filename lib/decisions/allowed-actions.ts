import { type ApplicationStatus, holdsClaim } from '@/lib/applications'
import { hasRunOut } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'

/** What an office can do with a case, in the order in which a page offers it. */
export const caseActions = [
  'register',
  'request-correction',
  'transfer',
  'propose-rejection',
  'answer-proposal',
  'extend',
  'request-extension',
  'claim',
  'release',
  'set-right',
] as const

export type CaseAction = (typeof caseActions)[number]

/** Why an action is not open now; each is a sentence beside its button. */
export type WhyNotNow =
  | 'decided'
  | 'withdrawn'
  | 'closed'
  | 'time-had-run-out'
  | 'waits-for-applicant'
  | 'already-notified'
  | 'too-late-for-a-notice'
  | 'already-proposed'
  | 'no-proposal'
  | 'needs-supervisor'
  | 'needs-a-second-person'
  | 'already-extended'
  | 'already-requested'
  | 'may-extend-at-once'
  | 'held-by-another'
  | 'held-by-you'
  | 'not-held-by-you'
  | 'not-rejected'

/** What the answer depends on, as `findCase` has it. */
export type CaseFacts = {
  status: ApplicationStatus
  /** The running clock's end; null once the case has ended. */
  dueAt: Date | null
  /** What `whyNotNotify` says of the one correction notice. */
  whyNoNotice: 'already-notified' | 'too-late-for-a-notice' | null
  proposal: { proposedById: string } | null
  isExtended: boolean
  /** An officer has asked a supervisor for more time and has no answer yet. */
  isExtensionRequested: boolean
  claimedById: string | null
  claimedAt: Date | null
}

export type ActionAnswer =
  | { action: CaseAction; allowed: true }
  | { action: CaseAction; allowed: false; why: WhyNotNow }

type Question = { facts: CaseFacts; viewer: Pick<StaffViewer, 'staffId' | 'role'>; now: Date }

/**
 * Every action on a case with yes, or why not: the same rules as the commands, which ask again with the case
 * locked. Whether the person may open the case at all was answered before (`whyNotHandle`).
 */
export function allowedActions(question: Question): ActionAnswer[] {
  return caseActions.map(action => {
    const why = whyNotNow({ action, ...question })
    return why ? { action, allowed: false, why } : { action, allowed: true }
  })
}

/** Why one action is not open now, or null if it is. */
export function whyNotNow({ action, ...question }: Question & { action: CaseAction }): WhyNotNow | null {
  if (action === 'set-right') return whyNotSetRight(question)
  if (action === 'release') return isHeldBy(question) ? null : 'not-held-by-you'
  return whyNoLonger(question) ?? whyNotInThisState[action](question)
}

/** The case has ended, or its time has: nothing of an open case can be done (DESIGN §4, acting late is impossible). */
function whyNoLonger({ facts: { status, dueAt }, now }: Question): WhyNotNow | null {
  if (status === 'registered' || status === 'rejected') return 'decided'
  if (status === 'withdrawn') return 'withdrawn'
  if (status === 'closed' || status === 'draft' || !dueAt) return 'closed'
  return hasRunOut({ dueAt, now }) ? 'time-had-run-out' : null
}

type OpenCaseAction = Exclude<CaseAction, 'set-right' | 'release'>

const whyNotInThisState: Record<OpenCaseAction, (question: Question) => WhyNotNow | null> = {
  register: whyNotDecide,
  'request-correction': question => whyNotDecide(question) ?? question.facts.whyNoNotice,
  transfer: () => null,
  'propose-rejection': question =>
    whyNotDecide(question) ?? (question.facts.proposal ? 'already-proposed' : null),
  'answer-proposal': whyNotAnswerProposal,
  extend: question => {
    if (question.viewer.role !== 'supervisor') return 'needs-supervisor'
    return whyNotDecide(question) ?? (question.facts.isExtended ? 'already-extended' : null)
  },
  'request-extension': whyNotRequestExtension,
  claim: whyNotClaim,
}

/** While the applicant's clock runs, the office's stands still, and nothing is decided over their head. */
function whyNotDecide({ facts }: Question): WhyNotNow | null {
  return facts.status === 'accepted' ? null : 'waits-for-applicant'
}

function whyNotAnswerProposal({ facts: { proposal }, viewer }: Question): WhyNotNow | null {
  if (!proposal) return 'no-proposal'
  if (viewer.role !== 'supervisor') return 'needs-supervisor'
  return proposal.proposedById === viewer.staffId ? 'needs-a-second-person' : null
}

function whyNotRequestExtension(question: Question): WhyNotNow | null {
  const { facts, viewer } = question
  if (viewer.role === 'supervisor') return 'may-extend-at-once'
  if (facts.isExtensionRequested) return 'already-requested'
  return whyNotDecide(question) ?? (facts.isExtended ? 'already-extended' : null)
}

function whyNotClaim(question: Question): WhyNotNow | null {
  if (isHeldBy(question)) return 'held-by-you'
  const { facts, viewer, now } = question
  return holdsClaim({ claimedAt: facts.claimedAt, now }) && viewer.role !== 'supervisor'
    ? 'held-by-another'
    : null
}

function isHeldBy({ facts, viewer, now }: Question): boolean {
  return facts.claimedById === viewer.staffId && holdsClaim({ claimedAt: facts.claimedAt, now })
}

function whyNotSetRight({ facts, viewer }: Question): WhyNotNow | null {
  if (facts.status !== 'rejected') return 'not-rejected'
  return viewer.role === 'supervisor' ? null : 'needs-supervisor'
}
