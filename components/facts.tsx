import type { ReactNode } from 'react'

type FactsProps = { facts: readonly { term: string; value: ReactNode }[] }

/** What one must know before starting, at a glance: up to four short facts. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="flex flex-wrap overflow-hidden rounded-panel border border-line">
      {facts.map(({ term, value }) => (
        <div
          key={term}
          className="-mt-px -ml-px flex grow flex-wrap justify-between gap-x-4 border-t border-l border-line px-4 py-3 max-lg:w-full lg:block lg:basis-[12rem]"
        >
          <dt className="text-small text-ink-soft">{term}</dt>
          <dd className="text-lead font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
