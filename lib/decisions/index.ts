export { type AnswerFailure, confirmRejection, returnProposal } from './answer-proposal'
export {
  closeOpenProposal,
  findOpenProposal,
  type RejectionProposal,
  type RejectionReason,
} from './proposals'
export {
  type ProposalFailure,
  type ProposedRejection,
  proposeRejection,
  SHORTEST_EXPLANATION,
} from './propose-rejection'
export { type Decision, recordRegistration } from './record-registration'
export { registerApplication } from './register-application'
export { publishedReasons } from './rejection-reasons'
export { type GroundToSetRight, setRejectionRight } from './set-rejection-right'
