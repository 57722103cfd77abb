import { useTranslations } from 'next-intl'
import { hasRunOut, type OfficeTime, type TimeLeft as TimeLeftOfClock, timeLeft } from '@/lib/deadlines'

type TimeLeftProps = OfficeTime & {
  dueAt: Date
  now: Date
  /** Under a head that says once that it is working time; on a narrow screen, where the head is gone, in full. */
  inColumn?: boolean
}

/** The office time left, as colleagues say it: 2 个工作日 6 小时 · 1 小时 20 分. */
export function TimeLeft({ dueAt, now, calendar, hours, inColumn = false }: TimeLeftProps) {
  const t = useTranslations('staff.timeLeft')
  const say = useSayRest()
  if (hasRunOut({ dueAt, now })) return <>{t('over')}</>
  const left = timeLeft({ now, dueAt, calendar, hours })
  if (!inColumn || left.workingDays === 0) {
    return <span className="whitespace-nowrap">{say(left, 'days')}</span>
  }
  return (
    <span className="whitespace-nowrap">
      <span className="sm:hidden">{say(left, 'days')}</span>
      <span className="max-sm:hidden">{say(left, 'daysInColumn')}</span>
    </span>
  )
}

/** What is left of a clock that stands still: its whole working days, and the rest of one. */
export function TimeRest({ left }: { left: TimeLeftOfClock }) {
  const say = useSayRest()
  return <span className="whitespace-nowrap">{say(left, 'days')}</span>
}

function useSayRest() {
  const t = useTranslations('staff.timeLeft')
  return ({ workingDays, hours, minutes }: TimeLeftOfClock, days: 'days' | 'daysInColumn'): string => {
    const parts = [
      workingDays > 0 && t(days, { count: workingDays }),
      hours > 0 && t('hours', { count: hours }),
      // Beside whole days nobody counts minutes, unless there are no hours to say.
      minutes > 0 && (workingDays === 0 || hours === 0) && t('minutes', { count: minutes }),
    ].filter(part => part !== false)
    return parts.length > 0 ? parts.join(' ') : t('moment')
  }
}
