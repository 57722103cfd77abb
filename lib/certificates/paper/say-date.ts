import type { CivilDate } from '@/lib/platform/civil-date'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** 2026年11月24日 */
export function sayDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 24 November 2026 */
export function sayDateInEnglish(date: CivilDate): string {
  const [year, month = 1, day] = date.split('-').map(Number)
  return `${day} ${months[month - 1] ?? ''} ${year}`
}
