export {
  type AnswerComplaintFailure,
  answerComplaint,
  type ComplaintOutcome,
  complaintOutcomes,
} from './answer-complaint'
export { type ComplaintToAnswer, complaintsToAnswer, countComplaintsToAnswer } from './complaints-to-answer'
export { escalateComplaint } from './escalate-complaint'
export { type FileComplaintFailure, fileComplaint, LONGEST_COMPLAINT } from './file-complaint'
export {
  type ComplaintForStaff,
  type ComplaintOfCase,
  complaintsOfCase,
  findComplaintForStaff,
} from './find-complaints'
export { type ComplaintState, stateOfComplaint, type WhyNotAnswer } from './may-answer'
export { type Answerers, answerersOf, whyNotReadComplaint } from './may-read'
export { tellColleagues, tellWhoAnswers } from './tell-colleagues'
