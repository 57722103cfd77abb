import { useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import {
  type OfficeTime,
  type PausedClock,
  type TimeLeft as TimeLeftOfClock,
  timeLeft,
} from '@/lib/deadlines'

/** The office time left, as the applicant says it: 还有 2 个工作日 6 小时. */
export function TimeLeft(clock: OfficeTime & { dueAt: Date; now: Date }) {
  const t = useTranslations('applications.clock')
  const say = useSayRest()
  return <>{t('left', { time: say(timeLeft(clock)) })}</>
}

/** What the office had left when its clock stopped, and by when it must decide if the applicant answers now. */
export function TimePaused({ paused, now }: { paused: PausedClock; now: Date }) {
  const t = useTranslations('applications.clock')
  const say = useSayRest()
  const { left, dueIfAnsweredNow } = paused
  return t.rich('pausedLeft', {
    time: say(left),
    when: () => <Moment instant={dueIfAnsweredNow} now={now} byName={false} />,
  })
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
