import type { Finding } from './verify-certificate'

/** The six answers (DESIGN §7); "cannot tell now" is one of them, so that no trouble of ours reads as a no. */
export const answers = ['valid', 'superseded', 'revoked', 'not-ours', 'unreadable', 'cannot-tell'] as const
export type Answer = (typeof answers)[number]

/** Which of the six answers a verification is. */
export function answerOf(verification: Finding): Answer {
  if (verification.genuine) return verification.status
  const answerTo = {
    unreadable: 'unreadable',
    unsupported: 'unreadable',
    // A key that we do not know may be newer than what this server has read; it is no proof of a forgery.
    unknown_key: 'cannot-tell',
    bad_signature: 'not-ours',
    not_found: 'not-ours',
  } as const
  return answerTo[verification.reason]
}
