import { addYears, type CivilDate, readCivilDate } from '@/lib/platform/civil-date'
import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'

/** A catch-up registration may come late, but not for somebody of age. */
const OLDEST_CHILD_YEARS = 18

/** Reads a child's date of birth in three parts: a day that was, not longer ago than a childhood. */
export function readChildBirthDate({
  year,
  month,
  day,
  today,
}: {
  year: string
  month: string
  day: string
  today: CivilDate
}): Result<CivilDate, 'empty' | 'not-a-date' | 'in-the-future' | 'too-long-ago'> {
  const date = readCivilDate({ year, month, day })
  if (!date.ok) return date
  if (date.value > today) return failed('in-the-future')
  if (date.value < addYears({ date: today, years: -OLDEST_CHILD_YEARS })) return failed('too-long-ago')
  return date
}

/** Reads the number of a medical birth certificate (出生医学证明): a letter and nine digits. */
export function readBirthCertificateNumber(raw: string): Result<string, 'empty' | 'wrong-form'> {
  const number = foldWidth(raw.slice(0, 100)).replace(/[\s-]/g, '').toUpperCase()
  if (number === '') return failed('empty')
  return /^[A-Z]\d{9}$/.test(number) ? done(number) : failed('wrong-form')
}
