import type { RedeemPrintCodeFailure } from '@/lib/certificates'

/** The field that each failure is about; '' for the form as a whole. */
export const fieldOf: Record<RedeemPrintCodeFailure, string> = {
  'digits-missing': 'digits',
  'word-missing': 'word',
  'no-such-code': 'digits',
  'limit-reached': '',
}

export function isPrintFailure(text: string): text is RedeemPrintCodeFailure {
  return Object.hasOwn(fieldOf, text)
}
