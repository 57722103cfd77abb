import { useLocale, useTranslations } from 'next-intl'
import { urgencyLook } from '@/app/_case/urgency-look'
import { ClockPanel } from '@/components/clock-panel'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { pausedClock } from '@/lib/deadlines'
import type { StaffCase } from '@/lib/supervision'
import { caseAddress } from '../../_parts/addresses'
import { TimeLeft, TimeRest } from '../../_parts/time-left'

type CaseClockProps = {
  found: StaffCase
  /** Beside the explanation itself no link leads to it. */
  explained?: boolean
}

/** Who must act by when, and what happens if nobody does: the office's clock, or the applicant's while it runs. */
export function CaseClock({ found, explained = false }: CaseClockProps) {
  const t = useTranslations('staff.clock')
  const locale = useLocale()
  const { runningClock, office, time, now, application } = found
  if (!runningClock) return null
  const clock = { dueAt: runningClock.dueAt, now, ...time }
  const kind = runningClock.kind
  return (
    <ClockPanel
      who={t(`who.${kind}`, { office: officeName({ office, locale }) })}
      when={<Moment instant={runningClock.dueAt} now={now} />}
      left={t.rich('left', { time: () => <TimeLeft {...clock} /> })}
      then={t(`then.${kind}`)}
      urgency={urgencyLook(clock)}
    >
      <OtherLimits found={found} />
      {runningClock.provisional && <p className="text-small">{t('provisional')}</p>}
      {runningClock.movedFrom && (
        <p className="text-small">
          {t.rich('moved', {
            when: () => <Moment instant={runningClock.movedFrom ?? now} now={now} />,
          })}
        </p>
      )}
      {!explained && (
        <p>
          <a
            href={caseAddress({ reference: application.reference, page: 'date' })}
            className="link-target text-small"
          >
            {t('explain')}
          </a>
        </p>
      )}
    </ClockPanel>
  )
}

/** The statutory limit beside the promised one; while the applicant's clock runs, that the office's stands still. */
function OtherLimits({ found: { officeClock, runningClock, time, now } }: { found: StaffCase }) {
  const t = useTranslations('staff.clock')
  if (!officeClock) return null
  if (runningClock?.kind === 'applicant-must-answer') {
    const paused = pausedClock({ officeClock, time, now })
    return (
      paused && (
        <p className="text-small">
          {t.rich('paused', {
            time: () => <TimeRest left={paused.left} />,
            when: () => <Moment instant={paused.dueIfAnsweredNow} now={now} />,
          })}
        </p>
      )
    )
  }
  const statutory = officeClock.statutoryDueAt
  if (!statutory) return null
  return (
    <p className="text-small">
      {t.rich('statutory', {
        when: () => <Moment instant={statutory} now={now} />,
        time: () => <TimeLeft dueAt={statutory} now={now} {...time} />,
      })}
    </p>
  )
}
