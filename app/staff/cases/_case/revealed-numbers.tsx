'use client'

import type { ReactNode } from 'react'
import { useFieldState } from '@/components/form-state'

type RevealedNumbersProps = {
  /** Whose numbers there are, with the word for each. */
  people: readonly { role: string; label: string }[]
  /** The button that asks for them; gone once they are shown. */
  children: ReactNode
}

/** The numbers that a click has just revealed; they are in no address and gone with the next page. */
export function RevealedNumbers({ people, children }: RevealedNumbersProps) {
  const isShown = useFieldState('number-applicant').value !== undefined
  return (
    <>
      <div role="status">
        <dl className="flow-small">
          {people.map(person => (
            <RevealedNumber key={person.role} {...person} />
          ))}
        </dl>
      </div>
      {!isShown && children}
    </>
  )
}

function RevealedNumber({ role, label }: { role: string; label: string }) {
  const { value } = useFieldState(`number-${role}`)
  if (!value) return null
  return (
    <div className="flex flex-wrap gap-x-4">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="font-bold tracking-wide tabular-nums">{value}</dd>
    </div>
  )
}
