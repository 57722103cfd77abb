import { useTranslations } from 'next-intl'
import type { SupervisionFigures } from '@/lib/supervision'
import { casesAddress, recordsAddress } from './addresses'

const addresses: Record<keyof SupervisionFigures, string> = {
  dueToday: casesAddress({ list: 'due-today' }),
  open: casesAddress({ list: 'open' }),
  proposals: '#proposals',
  extensionRequests: '#extension-requests',
  complaints: '#complaints',
  lapsed: casesAddress({ list: 'lapsed' }),
  openRecords: recordsAddress(),
}

const order = [
  'dueToday',
  'open',
  'proposals',
  'extensionRequests',
  'complaints',
  'lapsed',
  'openRecords',
] as const

/** How things stand; each figure leads to the cases behind it. */
export function Figures({ figures }: { figures: SupervisionFigures }) {
  const t = useTranslations('supervision.figure')
  return (
    <ul className="flex flex-wrap gap-x-8 gap-y-2">
      {order.map(name => (
        <li key={name}>
          <a href={addresses[name]} className="block text-ink no-underline hover:underline">
            <strong className="block text-title-wide leading-tight tabular-nums">{figures[name]}</strong>
            <span className="text-ink-soft underline decoration-1 underline-offset-[0.2em]">{t(name)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
