import { useTranslations } from 'next-intl'
import { hasRunOut, type OfficeTime, timeLeft } from '@/lib/deadlines'

type TimeLeftProps = OfficeTime & { dueAt: Date; now: Date }

/** The office time left, as colleagues say it: 2 天 6 小时 · 1 小时 20 分. */
export function TimeLeft({ dueAt, now, calendar, hours }: TimeLeftProps) {
  const t = useTranslations('staff.timeLeft')
  if (hasRunOut({ dueAt, now })) return <>{t('over')}</>
  const left = timeLeft({ now, dueAt, calendar, hours })
  const parts = [
    left.workingDays > 0 && t('days', { count: left.workingDays }),
    left.hours > 0 && t('hours', { count: left.hours }),
    // Beside whole days nobody counts minutes, unless there are no hours to say.
    left.minutes > 0 && (left.workingDays === 0 || left.hours === 0) && t('minutes', { count: left.minutes }),
  ].filter(part => part !== false)
  return <span className="whitespace-nowrap">{parts.length > 0 ? parts.join(' ') : t('moment')}</span>
}
