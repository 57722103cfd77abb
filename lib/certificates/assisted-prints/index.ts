export { findAssistedPrint } from './find-assisted-print'
export {
  type AskedPrint,
  type AssistedPrintReason,
  assistedPrintReasons,
  mayPrintForHolders,
  type PrintForHolderFailure,
  printForHolder,
} from './print-for-holder'
