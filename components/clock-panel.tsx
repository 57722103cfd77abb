import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Mark } from './mark'

/** green: more than one working day left; amber: one or less; red: due today or late (DESIGN §4). */
export type Urgency = 'green' | 'amber' | 'red'

const LOOKS: Record<Urgency, { panel: string; word: string; shape: 'ok' | 'warn' | 'due' }> = {
  green: { panel: 'border-brand bg-brand-tint', word: 'text-brand', shape: 'ok' },
  amber: { panel: 'border-warn bg-warn-tint', word: 'text-warn', shape: 'warn' },
  red: { panel: 'border-stop bg-stop-tint', word: 'text-stop', shape: 'due' },
}

type ClockPanelProps = {
  /** Who must act by then: 黄石港街道办事处最迟答复. */
  who: ReactNode
  /** The date, as <Moment>. Nothing else on a page is louder. */
  when: ReactNode
  /** 还有 2 个工作日 6 小时 */
  left?: ReactNode
  /** What happens if nobody acts. */
  then: ReactNode
  urgency: Urgency
  /** Instead of the urgency's own word: 已暂停, 已过时限. */
  word?: string
  /** Below: how the date was counted. */
  children?: ReactNode
}

/** The clock: by when, who, and what happens if nobody does. */
export function ClockPanel({ who, when, left, then, urgency, word, children }: ClockPanelProps) {
  const t = useTranslations('shell.urgency')
  const look = LOOKS[urgency]
  return (
    <section className={`breakable flow-small rounded-r-panel border-l-6 px-5 py-4 ${look.panel}`}>
      <h2 className="text-base leading-normal font-normal">{who}</h2>
      <p className="text-title leading-snug font-bold">{when}</p>
      <p className="flex flex-wrap items-center gap-x-3 font-bold">
        <span className={`flex items-center gap-1.5 ${look.word}`}>
          <Mark shape={look.shape} />
          <span>{word ?? t(urgency)}</span>
        </span>
        {left && <span>{left}</span>}
      </p>
      <p>{then}</p>
      {children}
    </section>
  )
}
