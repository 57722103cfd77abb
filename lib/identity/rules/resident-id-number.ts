import { type CivilDate, isCivilDate } from '@/lib/platform/civil-date'
import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'

export type ResidentIdFailure =
  | 'empty'
  | 'fifteen-digits'
  | 'wrong-length'
  | 'wrong-characters'
  | 'unknown-area'
  | 'impossible-birth-date'
  | 'check-character'

/** Only what the number proves about itself; the sex that it also tells is never read out. */
export type ResidentIdNumber = { value: string; areaCode: string; birthDate: CivilDate }

/**
 * Provinces by the first two digits (GB/T 2260), with Taiwan, Hong Kong and Macao, whose residence permits
 * have numbers of the same form. Counties are not checked: an ID from an abolished county stays right.
 */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)
const OLDEST_AGE_YEARS = 130

/**
 * Reads a resident ID number (GB 11643: 18 characters, birth date inside, check by ISO 7064 MOD 11-2).
 * Full-width digits, a small or full-width x, spaces and hyphens are accepted and folded.
 */
export function readResidentIdNumber({
  raw,
  today,
}: {
  raw: string
  today: CivilDate
}): Result<ResidentIdNumber, ResidentIdFailure> {
  if (raw.length > 200) return failed('wrong-length', { length: raw.length })
  const value = foldWidth(raw).replace(/[\s-]/g, '').toUpperCase()
  if (value === '') return failed('empty')
  if (/^\d{15}$/.test(value)) return failed('fifteen-digits')
  if (!/^[0-9A-Z]*$/.test(value)) return failed('wrong-characters')
  if (value.length !== 18) return failed('wrong-length', { length: value.length })
  if (!/^\d{17}[\dX]$/.test(value)) return failed('wrong-characters')
  if (!provinces.has(value.slice(0, 2))) return failed('unknown-area')
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isPossibleBirth({ birthDate, today })) return failed('impossible-birth-date')
  if (residentIdCheckCharacter(value.slice(0, 17)) !== value[17]) return failed('check-character')
  return done({ value, areaCode: value.slice(0, 6), birthDate })
}

function isPossibleBirth({ birthDate, today }: { birthDate: CivilDate; today: CivilDate }): boolean {
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_AGE_YEARS}${today.slice(4)}`
  return isCivilDate(birthDate) && birthDate <= today && birthDate >= oldest
}

/** The check character of the first 17 digits, by ISO 7064 MOD 11-2; X stands for ten. */
export function residentIdCheckCharacter(first17: string): string {
  const remainder = [...first17].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0)
  const check = (12 - remainder) % 11
  return check === 10 ? 'X' : String(check)
}

/** An identity number as shown on pages and paper: 4202**********3525; shorter ones keep less. */
export function maskIdNumber(value: string): string {
  if (value.length >= 15) return `${value.slice(0, 4)}${'*'.repeat(value.length - 8)}${value.slice(-4)}`
  return `${value.slice(0, 1)}${'*'.repeat(Math.max(value.length - 3, 0))}${value.slice(-2)}`
}
