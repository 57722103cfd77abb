import type { CivilDate } from '@/lib/platform/civil-date'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A date as the paper says it: 2026年11月24日 or 24 November 2026. */
export function dateOnPaper({ date, language }: { date: CivilDate; language: 'zh-CN' | 'en' }): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return language === 'en' ? `${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日`
}
