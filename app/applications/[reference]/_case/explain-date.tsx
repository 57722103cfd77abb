import { useLocale, useTranslations } from 'next-intl'
import { Details } from '@/components/details'
import { CivilDate, Moment } from '@/components/moment'
import type { Deadline, ExplainedDay, TimeLimit } from '@/lib/deadlines'

/** The count behind a date: its days, and the limit with its law. */
export type Explanation = { days: ExplainedDay[]; limit: TimeLimit }

type ExplainDateProps = { clock: Deadline; now: Date; explanation: Explanation }

/** How a date was counted: which days counted, which were holidays, which Saturday was worked, each pause and why. */
export function ExplainDate({ clock, now, explanation: { days, limit } }: ExplainDateProps) {
  const t = useTranslations('applications.explain')
  const locale = useLocale()
  const { startedAt, workingDays, extensionWorkingDays, extensionReason, movedFrom, statutoryDueAt } = clock
  return (
    <Details summary={t('summary')}>
      <p>
        {t.rich('rule', {
          workingDays,
          start: () => <CountsFrom startedAt={startedAt} days={days} now={now} />,
        })}
      </p>
      <ol className="text-small">
        {days.map(day => (
          <ExplainedRow key={day.date} day={day} now={now} />
        ))}
      </ol>
      {clock.pauses.length > 0 && <p>{t('paused')}</p>}
      {extensionWorkingDays !== null && (
        <p>{t('extended', { workingDays: extensionWorkingDays, reason: extensionReason ?? '' })}</p>
      )}
      {movedFrom && (
        <p>{t.rich('moved', { when: () => <Moment instant={movedFrom} now={now} byName={false} /> })}</p>
      )}
      {statutoryDueAt && (
        <p>
          {t.rich('statutory', { when: () => <Moment instant={statutoryDueAt} now={now} byName={false} /> })}
        </p>
      )}
      <p className="text-small text-ink-soft">
        {t('law', { law: locale === 'en' ? limit.lawEnglish : limit.law })}
      </p>
    </Details>
  )
}

type CountsFromProps = { startedAt: Date; days: ExplainedDay[]; now: Date }

/** The instant itself in office hours; the next working day after them, as the receipt says. */
function CountsFrom({ startedAt, days, now }: CountsFromProps) {
  const start = days.find(({ kind }) => kind === 'start')
  return !start || start === days[0] ? (
    <Moment instant={startedAt} now={now} byName={false} />
  ) : (
    <CivilDate date={start.date} now={now} byName={false} />
  )
}

function ExplainedRow({ day, now }: { day: ExplainedDay; now: Date }) {
  const t = useTranslations('applications.explain.day')
  const counts = day.countedNumber !== undefined
  return (
    <li className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 border-b border-line py-1">
      <CivilDate date={day.date} now={now} byName={false} />
      <span className={counts ? 'font-bold' : 'text-ink-soft'}>
        {t(day.kind, { number: day.countedNumber ?? 0, name: day.name ?? '' })}
      </span>
    </li>
  )
}
