import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'

export type PhoneFailure = 'empty' | 'not-a-phone-number' | 'landline'

const international: [RegExp, string][] = [
  [/^(?:\+?86|0086)?(1[3-9]\d{9})$/, '+86'],
  [/^(?:\+|00)852(\d{8})$/, '+852'],
  [/^(?:\+|00)853(\d{8})$/, '+853'],
  [/^(?:\+|00)8860?(9\d{8})$/, '+886'],
]

/** Reads a mobile number that can receive a code: of the mainland, or with its prefix of Hong Kong, Macao, Taiwan. */
export function readPhoneNumber(raw: string): Result<string, PhoneFailure> {
  const text = foldWidth(raw.slice(0, 100)).replace(/[\s\-()\u2010-\u2015]/g, '')
  if (text === '') return failed('empty')
  for (const [form, prefix] of international) {
    const national = form.exec(text)?.[1]
    if (national) return done(`${prefix}${national}`)
  }
  return /^(?:\+?86)?0?[2-9]\d{6,11}$|^0\d{9,11}$/.test(text)
    ? failed('landline')
    : failed('not-a-phone-number')
}

/** A number as its owner reads it: without +86, in groups. */
export function displayPhone(phone: string): string {
  const mainland = /^\+86(\d{3})(\d{4})(\d{4})$/.exec(phone)
  return mainland ? mainland.slice(1).join(' ') : phone
}

/** A number as others may see it: 138****1234. */
export function maskPhone(phone: string): string {
  const mainland = /^\+86(\d{3})\d{4}(\d{4})$/.exec(phone)
  if (mainland) return `${mainland[1]}****${mainland[2]}`
  return `${phone.slice(0, 5)}****${phone.slice(-2)}`
}
