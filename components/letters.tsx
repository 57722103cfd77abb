import type { ReactNode } from 'react'

export type Letter = {
  id: string
  who: ReactNode
  when: ReactNode
  text: string
  /** Written by the side that reads. */
  isOwn: boolean
  /** Under the text: not answered yet, seen. */
  state?: ReactNode
  /** Said first: 新. */
  mark?: ReactNode
}

/** What two sides wrote to each other, the oldest first. Own words stand in, so that nobody takes one for the other. */
export function Letters({ letters }: { letters: readonly Letter[] }) {
  return (
    <ol className="flow-small">
      {letters.map(({ id, who, when, text, isOwn, state, mark }) => (
        <li
          key={id}
          className={`flow-small rounded-r-panel border-l-4 px-4 py-3 ${
            isOwn ? 'border-line bg-ground sm:ml-8' : 'border-brand bg-brand-tint sm:mr-8'
          }`}
        >
          <p className="flex flex-wrap items-baseline gap-x-3">
            {mark}
            <strong>{who}</strong>
            <span className="text-small text-ink-soft">{when}</span>
          </p>
          <p className="breakable whitespace-pre-line">{text}</p>
          {state && <p className="text-small text-ink-soft">{state}</p>}
        </li>
      ))}
    </ol>
  )
}
