import { useTranslations } from 'next-intl'
import { type OfficeTime, timeLeft } from '@/lib/deadlines'

/** The office time left, as the applicant says it: 还有 2 个工作日 6 小时. */
export function TimeLeft(clock: OfficeTime & { dueAt: Date; now: Date }) {
  const t = useTranslations('applications.clock')
  const { workingDays, hours, minutes } = timeLeft(clock)
  const parts = [
    workingDays > 0 && t('days', { count: workingDays }),
    hours > 0 && t('hours', { count: hours }),
    // Beside whole days nobody counts minutes.
    minutes > 0 && workingDays === 0 && t('minutes', { count: minutes }),
  ].filter(part => part !== false)
  return <>{t('left', { time: parts.length > 0 ? parts.join(' ') : t('moment') })}</>
}
