'use client'

import type { Ref } from 'react'
import type { FieldError } from './form-state'
import { fillIn, useWords, type WordsForBrowser } from './words'

type ErrorSummaryProps = { errors: readonly FieldError[]; ref?: Ref<HTMLDivElement> }

/** On top of the page: how many things to change, each a link to its field; or that it was not done, and why. */
export function ErrorSummary({ errors, ref }: ErrorSummaryProps) {
  const { form } = useWords()
  const namesFields = errors.some(({ field }) => field !== '')
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="rounded-small border-4 border-stop px-5 py-4">
      <h2>{namesFields ? sayCount({ count: errors.length, form }) : form.notDone}</h2>
      <ul className="mt-1">
        {errors.map(error => (
          <li key={error.field + error.message} className="font-bold text-stop">
            {error.field === '' ? (
              error.message
            ) : (
              <a href={`#${error.field}`} className="inline-block py-1 text-stop">
                {error.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function sayCount({ count, form }: { count: number; form: WordsForBrowser['form'] }): string {
  return count === 1 ? form.oneError : fillIn(form.errors, { count })
}
