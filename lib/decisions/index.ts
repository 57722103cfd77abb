export {
  type ActionAnswer,
  allowedActions,
  type CaseAction,
  type CaseFacts,
  caseActions,
  type WhyNotNow,
  whyNotNow,
} from './allowed-actions'
export { type AnswerFailure, confirmRejection, returnProposal } from './answer-proposal'
export { findReturnedProposal, type ReturnedProposal } from './find-returned-proposal'
export { findStandingDecision, type StandingDecision } from './find-standing-decision'
export {
  closeOpenProposal,
  closeOpenProposals,
  findOpenProposal,
  type RejectionProposal,
  type RejectionReason,
} from './proposals'
export {
  checkProposal,
  type ProposalFailure,
  type ProposedRejection,
  proposeRejection,
  SHORTEST_EXPLANATION,
} from './propose-rejection'
export { type Decision, recordRegistration, recordRegistrations } from './record-registration'
export { registerApplication } from './register-application'
export { publishedReasons } from './rejection-reasons'
export { remediesInEnglish, remediesText } from './remedies'
export { type GroundToSetRight, groundsToSetRight, setRejectionRight } from './set-rejection-right'
