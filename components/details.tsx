import type { ReactNode } from 'react'

type DetailsProps = { summary: ReactNode; isOpen?: boolean; children: ReactNode }

/** More for those who want it; closed, it costs a line. */
export function Details({ summary, isOpen, children }: DetailsProps) {
  return (
    <details open={isOpen} className="group">
      <summary className="link-target list-none gap-2 text-brand before:border-6 before:border-r-0 before:border-transparent before:border-l-brand group-open:before:rotate-90 hover:underline [&::-webkit-details-marker]:hidden">
        {summary}
      </summary>
      <div className="flow-small border-l-4 border-line pl-4">{children}</div>
    </details>
  )
}
