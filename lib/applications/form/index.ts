export { isByProxy, whoAppliesChoices } from './01-who-applies'
export { LONGEST_ADDRESS } from './06-address'
export { signerOf } from './10-signature'
export {
  type CommitmentWay,
  type CompleteApplication,
  commitmentWays,
  type Mandate,
  mandateKinds,
  type NamedParent,
  type ProxyRelation,
  proxyRelations,
} from './complete-application'
export {
  askedQuestions,
  closingSteps,
  firstUnanswered,
  isQuestionName,
  mayBeShown,
  placeOf,
  type QuestionName,
  questionNames,
  questions,
  readAnswer,
  readApplication,
} from './journey'
export type { FormProblem } from './problems'
export type { FormContext, Problem } from './question'
