export { isPrintCodeOpen, type MakePrintCodeFailure, makePrintCode } from './make-print-code'
export { type PrintCode, sayDigits } from './print-code'
export { type RedeemPrintCodeFailure, redeemPrintCode } from './redeem-print-code'
