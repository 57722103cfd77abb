import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export type TimelineEntry = {
  title: ReactNode
  /** `ahead`: not yet come; `now`: who acts now; `done`: happened. */
  state: 'ahead' | 'now' | 'done'
  when?: ReactNode
  text?: ReactNode
}

const DOTS: Record<TimelineEntry['state'], string> = {
  ahead: 'before:border-line before:bg-paper',
  now: 'before:border-brand before:bg-paper before:ring-4 before:ring-brand-tint',
  done: 'before:border-brand before:bg-brand',
}

/** What happened, newest first. Entries keep their order. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useTranslations('shell.timeline')
  return (
    <ol className="ml-[0.45rem] border-l-3 border-line">
      {entries.map((entry, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once, on the server
          key={index}
          className={`relative pb-4 pl-6 last:pb-0 before:absolute before:top-[0.4em] before:left-[calc(-0.5rem-2px)] before:size-4 before:rounded-full before:border-3 ${DOTS[entry.state]}`}
        >
          <strong className="block leading-normal">
            {entry.title}
            <span className="sr-only"> · {t(entry.state)}</span>
          </strong>
          {entry.when && (
            <span className="mr-3 inline-block text-small text-ink-soft first-letter:uppercase">
              {entry.when}
            </span>
          )}
          {entry.text && <span className="text-small">{entry.text}</span>}
        </li>
      ))}
    </ol>
  )
}
