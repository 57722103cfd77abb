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

/** How much there is to do; each figure leads to the cases behind it. */
export function QueueFigures({ figures }: { figures: Figures }) {
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
    </ul>
  )
}
