import { dictionary } from '@zxcvbn-ts/language-common'

/** NIST SP 800-63B-4 §3.1.1.2: eight where a second factor is asked for as well, as it always is here. */
export const shortestPassword = 8
export const longestChosenPassword = 128

export type PasswordFailure = 'too-short' | 'too-long' | 'common' | 'like-the-account'

/**
 * The passwords that breaches show most often (some 18,000 of the length that is allowed here), and what people
 * here choose: the place, the service, and the numbers that sound like "I love you".
 */
const common = new Set([...dictionary['passwords-common'], ...dictionary['diceware-common']])
const commonHere = /^(huangshi|hubei|wuhan|shengyu|dengji|woaini|iloveyou|5201314|password|mima)+\d{0,6}$/
/** One character over and over, or a group of at most four. */
const repeated = /^(.{1,4}?)\1+$/

/**
 * Whether a password can be chosen. Nothing is asked about kinds of characters; only what an attacker tries first
 * is refused, whatever its capitals and however many digits or marks stand behind it.
 *
 * @param account words that others know of the person: sign-in name, staff number
 */
export function whyNotThisPassword({
  password,
  account,
}: {
  password: string
  account: readonly string[]
}): PasswordFailure | null {
  const length = [...password.normalize('NFKC')].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestChosenPassword) return 'too-long'
  const plain = password.normalize('NFKC').toLowerCase()
  if (isCommon(plain)) return 'common'
  const known = account.map(word => word.toLowerCase()).filter(word => word.length >= 3)
  return known.some(word => withoutEnd(plain).replace(word, '').length < 4) ? 'like-the-account' : null
}

function isCommon(plain: string): boolean {
  if (common.has(plain) || commonHere.test(plain) || repeated.test(plain) || isRun(plain)) return true
  const beginning = withoutEnd(plain)
  return beginning.length >= 6 && common.has(beginning) && plain.length - beginning.length <= 2
}

/** Without the digits and marks that people put behind a word when they are asked for a longer one. */
function withoutEnd(plain: string): string {
  return plain.replace(/[\d!@#$%^&*._?-]+$/, '')
}

/** 12345678, 98765432, abcdefgh. */
function isRun(plain: string): boolean {
  const codes = [...plain].map(character => character.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)))
  return steps.size === 1 && [...steps].every(step => Math.abs(step) <= 1)
}
