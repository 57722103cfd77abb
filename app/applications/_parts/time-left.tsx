import { useTranslations } from 'next-intl'
import { type OfficeTime, type TimeLeft as TimeLeftOfClock, timeLeft } from '@/lib/deadlines'

/** The office time left, as the applicant says it: 还有 2 个工作日 6 小时. */
export function TimeLeft(clock: OfficeTime & { dueAt: Date; now: Date }) {
  const t = useTranslations('applications.clock')
  const say = useSayRest()
  return <>{t('left', { time: say(timeLeft(clock)) })}</>
}

/** What the office has left once its clock, which stands still, goes on. */
export function TimePaused({ days, minutes }: { days: number; minutes: number }) {
  const t = useTranslations('applications.clock')
  const say = useSayRest()
  const time = say({ workingDays: days, hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  return <>{t('pausedLeft', { time })}</>
}

function useSayRest() {
  const t = useTranslations('applications.clock')
  return ({ workingDays, hours, minutes }: TimeLeftOfClock): string => {
    const parts = [
      workingDays > 0 && t('days', { count: workingDays }),
      hours > 0 && t('hours', { count: hours }),
      // Beside whole days nobody counts minutes.
      minutes > 0 && workingDays === 0 && t('minutes', { count: minutes }),
    ].filter(part => part !== false)
    return parts.length > 0 ? parts.join(' ') : t('moment')
  }
}
