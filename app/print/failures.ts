import type { RedeemPrintCodeFailure } from '@/lib/certificates'

/** The field that each failure is about; '' for the form as a whole. */
export const fieldOf: Record<RedeemPrintCodeFailure, string> = {
  'digits-missing': 'digits',
  'word-missing': 'word',
  'no-such-code': 'digits',
  'limit-reached': '',
}

export function isPrintFailure(text: string | undefined): text is RedeemPrintCodeFailure {
  return text !== undefined && Object.hasOwn(fieldOf, text)
}
