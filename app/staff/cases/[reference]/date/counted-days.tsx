import { useTranslations } from 'next-intl'
import { DataRow, DataTable } from '@/components/data-table'
import { CivilDate, Moment } from '@/components/moment'
import type { ClockOfCase, ExplainedDay } from '@/lib/deadlines'

type CountedDaysProps = { deadline: ClockOfCase; law: string; days: readonly ExplainedDay[]; now: Date }

/** The count behind one deadline: which days counted, which did not, and why (DESIGN §4). */
export function CountedDays({ deadline, law, days, now }: CountedDaysProps) {
  const t = useTranslations('staff.date')
  const { kind, startedAt, workingDays, dueAt, extensionWorkingDays: extension, state } = deadline
  return (
    <section className="flow-small">
      <h2>{t(`clock.${kind}`)}</h2>
      <p>
        {t.rich('count', { count: workingDays, when: () => <Moment instant={startedAt} now={now} /> })}
        {extension !== null && <> {t('extended', { count: extension })}</>}{' '}
        {state === 'paused'
          ? t('standsStill')
          : t.rich('due', { when: () => <Moment instant={dueAt} now={now} /> })}
      </p>
      <p className="text-small text-ink-soft">{t('law', { law })}</p>
      <DataTable caption={t(`clock.${kind}`)} head={[t('day'), t('number'), t('what')]}>
        {days.map(day => (
          <DataRow
            key={day.date}
            cells={[
              <CivilDate key="day" date={day.date} now={now} byName={false} />,
              day.countedNumber ?? '',
              <What key="what" day={day} />,
            ]}
          />
        ))}
      </DataTable>
      <p className="text-small text-ink-soft">{t('closing')}</p>
    </section>
  )
}

function What({ day: { kind, name, reason } }: { day: ExplainedDay }) {
  const t = useTranslations('staff.date')
  const why = reason === 'correction' ? t('correction') : reason
  return (
    <>
      {t(`kind.${kind}`, { name: name ?? '' })}
      {why && <span className="block text-small text-ink-soft">{t('reason', { reason: why })}</span>}
    </>
  )
}
