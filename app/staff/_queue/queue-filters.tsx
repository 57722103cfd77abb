import { useTranslations } from 'next-intl'
import { type QueueQuery, queueAddress } from './queue-address'

const everything = { waitsFor: null, held: null, forSupervisor: false, dueToday: false } as const

/** Filters as links, so that a filtered queue can be kept as a bookmark. */
export function QueueFilters({ query }: { query: QueueQuery }) {
  const t = useTranslations('staff.filters')
  const { waitsFor, held, forSupervisor, dueToday } = query
  const now = { waitsFor, held, forSupervisor, dueToday }
  const isAll = !waitsFor && !held && !forSupervisor && !dueToday
  const links = [
    { label: t('all'), to: everything, isOn: isAll },
    { label: t('dueToday'), to: { ...now, dueToday: !dueToday }, isOn: dueToday },
    {
      label: t('office'),
      to: { ...now, waitsFor: otherThan(waitsFor, 'office') },
      isOn: waitsFor === 'office',
    },
    {
      label: t('applicant'),
      to: { ...now, waitsFor: otherThan(waitsFor, 'applicant') },
      isOn: waitsFor === 'applicant',
    },
    { label: t('mine'), to: { ...now, held: otherThan(held, 'mine') }, isOn: held === 'mine' },
    { label: t('free'), to: { ...now, held: otherThan(held, 'free') }, isOn: held === 'free' },
    { label: t('forSupervisor'), to: { ...now, forSupervisor: !forSupervisor }, isOn: forSupervisor },
  ]
  return (
    <nav aria-label={t('label')}>
      <ul className="flex flex-wrap gap-2">
        {links.map(({ label, to, isOn }) => (
          <li key={label}>
            <a
              href={queueAddress(to)}
              aria-current={isOn ? 'true' : undefined}
              className="inline-flex min-h-target items-center rounded-small border-2 border-line px-3 text-small text-ink no-underline hover:border-ink-soft aria-[current=true]:border-brand aria-[current=true]:bg-brand-tint aria-[current=true]:font-bold"
            >
              {label}
              {isOn && !isAll && <span className="sr-only">{t('remove')}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A filter's link sets it, or takes it off where it is on. */
function otherThan<Value extends string>(now: Value | null, value: Value): Value | null {
  return now === value ? null : value
}
