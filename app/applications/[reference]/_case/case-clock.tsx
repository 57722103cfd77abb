import { useLocale, useTranslations } from 'next-intl'
import { urgencyLook } from '@/app/_case/urgency-look'
import { ClockPanel } from '@/components/clock-panel'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import type { OwnCase } from '@/lib/applications'
import { type Deadline, hasRunOut, pausedClock } from '@/lib/deadlines'
import { applicationAddress } from '../../_parts/addresses'
import { TimeLeft, TimePaused } from '../../_parts/time-left'
import { ExplainDate, type Explanation } from './explain-date'

type CaseClockProps = { found: OwnCase; clock: Deadline; explanation: Explanation }

/** Who must act, by when, and what happens if nobody does: the same clock that the office sees. */
export function CaseClock({
  found: { application, office, officeClock, reader, time, now },
  clock,
  explanation,
}: CaseClockProps) {
  const t = useTranslations('applications.clock')
  const tCalendar = useTranslations('applications.calendar')
  const locale = useLocale()
  const { dueAt } = clock
  const paused = pausedClock({ officeClock, time, now })
  const isOffices = clock.kind === 'office-must-decide'
  // The consequence has not been carried out yet, and it cannot be any other.
  const isOver = hasRunOut({ dueAt, now })
  const offices = isOver ? 'officeOver' : 'officeThen'
  const then = isOffices
    ? t(reader === 'proxy' ? `forProxy.${offices}` : offices)
    : t(isOver ? 'applicantOver' : 'applicantThen')
  const applicants = reader === 'principal' ? 'applicantForPrincipal' : 'applicant'
  return (
    <ClockPanel
      who={isOffices ? t('office', { office: officeName({ office, locale }) }) : t(applicants)}
      when={<Moment instant={dueAt} now={now} byName={false} />}
      left={isOver ? undefined : <TimeLeft {...time} dueAt={dueAt} now={now} />}
      then={then}
      urgency={urgencyLook({ ...time, now, dueAt })}
      {...(isOver && { word: t('overWord') })}
    >
      {paused && !isOver && (
        <p className="text-small">
          <TimePaused paused={paused} now={now} />
        </p>
      )}
      {clock.provisional && <p className="text-small">{t('provisional')}</p>}
      <p>
        <a href={`${applicationAddress(application)}/deadline.ics`} className="link-target text-small">
          {tCalendar('add')}
        </a>
      </p>
      <ExplainDate clock={clock} now={now} explanation={explanation} />
    </ClockPanel>
  )
}
