export { answerMessages, type OfficeMessageFailure, settleMessages } from './answer-messages'
export { type MessageOfCase, markMessagesRead, messagesOfCase } from './find-messages'
export {
  countMessagesToAnswer,
  type MessageToAnswer,
  messagesToAnswer,
  waitingMessage,
} from './messages-to-answer'
export { LONGEST_MESSAGE } from './read-message'
export { type ResidentMessageFailure, writeToOffice } from './write-to-office'
