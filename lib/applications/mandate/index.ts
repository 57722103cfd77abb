export {
  type AnswerMandateFailure,
  answerMandate,
  reportWrongPhone,
} from './answer-mandate'
export { type AskPrincipalFailure, askPrincipal, askPrincipalAgain } from './ask-principal'
export { findMandateRequest, type MandateRequest, mandateRequestsFor } from './mandate-requests'
