import type { ReactNode } from 'react'

export type SummaryRow = {
  term: string
  value: ReactNode
  /** A link at the end of the row: 修改. Its reader also hears the term. */
  action?: { href: string; label: string }
  /** Instead of a link: 人口库：一致. */
  note?: ReactNode
}

/** Answers, facts of a case, lines of a paper: a term and its value a row. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="summary-list">
      {rows.map(({ term, value, action, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {action && (
            <dd>
              <a href={action.href} className="inline-block py-0.5 whitespace-nowrap">
                {action.label}
                <span className="sr-only">{term}</span>
              </a>
            </dd>
          )}
          {note && <dd className="text-small text-ink-soft max-sm:col-span-full sm:max-w-[18rem]">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
