import type { ReactNode } from 'react'

/** The h1 of a question that has several fields; inside the form, so that the error summary stands above it. */
export function QuestionTitle({ title, lead }: { title: string; lead?: ReactNode }) {
  return (
    <div className="flow-small">
      <h1>{title}</h1>
      {lead && <p className="max-w-read text-ink-soft">{lead}</p>}
    </div>
  )
}
