import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'

/** What certificates are mostly asked for; whoever asks for something else says it in a few words. */
export const verificationPurposes = ['birth-care', 'insurance', 'leave', 'subsidy'] as const
export type VerificationPurpose = (typeof verificationPurposes)[number]

/** What a verifier may say of why they ask, for the holder to read; words, not an essay. */
export const LONGEST_PURPOSE = 60

export type PurposeFailure = TypedTextFailure | 'purpose-missing'

/** Reads a purpose as chosen from the list, or else as typed. */
export function readPurpose({
  chosen,
  typed,
}: {
  chosen: string
  typed: string
}): Result<string, PurposeFailure> {
  if (isVerificationPurpose(chosen)) return done(chosen)
  const read = readTypedText({ raw: typed, maximumLength: LONGEST_PURPOSE })
  return read.ok && read.value === '' ? failed('purpose-missing') : read
}

/** Whether a purpose that was kept stands in the list and has words in each language. */
export function isVerificationPurpose(text: string): text is VerificationPurpose {
  return verificationPurposes.some(purpose => purpose === text)
}
