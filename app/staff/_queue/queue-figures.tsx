import { useTranslations } from 'next-intl'
import type { QueueFigures as Figures } from '@/lib/supervision'
import { type QueueQuery, queueAddress } from './queue-address'

const filters = {
  dueToday: { dueToday: true },
  waitForOffice: { waitsFor: 'office' },
  waitForApplicant: { waitsFor: 'applicant' },
  forSupervisor: { forSupervisor: true },
} as const satisfies Record<keyof Figures, Partial<QueueQuery>>

const order = ['dueToday', 'waitForOffice', 'waitForApplicant', 'forSupervisor'] as const

type QueueFiguresProps = {
  figures: Figures
  /** Whole percent of this month's cases; null while nothing was decided. */
  onTime: number | null
}

/** How much there is to do; each of these figures leads to the cases behind it. And how the month went so far. */
export function QueueFigures({ figures, onTime }: QueueFiguresProps) {
  const t = useTranslations('staff.figures')
  return (
    <ul className="flex flex-wrap gap-x-8 gap-y-2">
      {order.map(name => (
        <li key={name}>
          <a href={queueAddress(filters[name])} className="block text-ink no-underline hover:underline">
            <strong className="block text-title-wide leading-tight tabular-nums">{figures[name]}</strong>
            <span className="text-ink-soft underline decoration-1 underline-offset-[0.2em]">{t(name)}</span>
          </a>
        </li>
      ))}
      {onTime !== null && (
        <li>
          <strong className="block text-title-wide leading-tight tabular-nums">{onTime}%</strong>
          <span className="text-ink-soft">{t('onTime')}</span>
        </li>
      )}
    </ul>
  )
}
