import type { ReactNode } from 'react'

type DetailsProps = { summary: ReactNode; isOpen?: boolean; children: ReactNode }

/** More for those who want it; closed, it costs a line. */
export function Details({ summary, isOpen, children }: DetailsProps) {
  return (
    <details open={isOpen}>
      <summary className="inline-block min-h-target py-1.5 text-brand hover:underline">{summary}</summary>
      <div className="flow-small border-l-4 border-line pl-4">{children}</div>
    </details>
  )
}
