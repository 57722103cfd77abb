import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth, readTypedText } from '@/lib/platform/typed-text'

export type EmailFailure = 'empty' | 'not-an-email' | 'too-long'

/** RFC 5321, 4.5.3.1: an address with its angle brackets has 256 octets at most. */
const longestAddress = 254
/** What mail servers take in practice; whether somebody reads it, a code shows. */
const form = /^[\w!#$%&'*+/=?^`{|}~.-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

/** Reads an e-mail address as people type it; the part behind the @ does not tell capitals apart. */
export function readEmailAddress(raw: string): Result<string, EmailFailure> {
  const text = readTypedText({ raw: foldWidth(raw.slice(0, 1_000)), maximumLength: longestAddress })
  if (!text.ok) return failed(text.failure === 'too-long' ? 'too-long' : 'not-an-email')
  const address = text.value.replace(/\s+/g, '')
  if (address === '') return failed('empty')
  const [name = '', domain = ''] = address.split(/@(?=[^@]*$)/)
  const isWhole = form.test(address) && !/^\.|\.\.|\.$/.test(name)
  return isWhole ? done(`${name}@${domain.toLowerCase()}`) : failed('not-an-email')
}

/** An address as others may see it, its owner at a glance too: l***@example.cn. */
export function maskEmail(address: string): string {
  const [name = '', domain = ''] = address.split(/@(?=[^@]*$)/)
  return `${[...name][0] ?? ''}***@${domain}`
}
