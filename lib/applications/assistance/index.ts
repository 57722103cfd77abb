export {
  type AssistanceFailure,
  assistedResident,
  endAssistance,
  sendAssistanceCode,
  startAssistance,
} from './assistance'
export { mayAssist } from './may-assist'
