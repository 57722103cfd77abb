import { failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'

/** Room for a question or an answer; whoever has more to say has a phone number beside the box. */
export const LONGEST_MESSAGE = 2_000

export type MessageTextFailure = TypedTextFailure | 'text-missing'

/** What was written, as it can be kept. */
export function readMessage(raw: string): Result<string, MessageTextFailure> {
  const text = readTypedText({ raw, maximumLength: LONGEST_MESSAGE, lines: true })
  return text.ok && text.value === '' ? failed('text-missing') : text
}
