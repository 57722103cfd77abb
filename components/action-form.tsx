'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { ErrorSummary } from './error-summary'
import { type FormState, FormStateProvider } from './form-state'
import { Notice } from './notice'
import { useWords } from './words'

type ActionFormProps = {
  /** A server action. It redirects when all is well; else it returns what to change and what was typed. */
  action: (state: FormState, form: FormData) => Promise<FormState>
  id?: string
  /** What was sent from here when the session was over, to be shown again. */
  kept?: FormState
  children: ReactNode
}

/** A form that works without scripts; with them, a failed submit leads to the error summary and none is sent twice. */
export function ActionForm({ action, id, kept = null, children }: ActionFormProps) {
  const { form: words } = useWords()
  const [state, submit, isPending] = useActionState(action, kept)
  const summary = useRef<HTMLDivElement>(null)
  const errors = state?.errors ?? []

  useEffect(() => {
    if (!state || state.errors.length === 0) return
    summary.current?.focus()
    const prefix = words.error
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title
  }, [state, words])

  return (
    <form
      id={id}
      action={submit}
      noValidate
      aria-busy={isPending}
      // Not the disabled attribute: it would throw the keyboard's focus out of the form.
      onSubmit={event => isPending && event.preventDefault()}
      className="flow"
    >
      <FormStateProvider value={state}>
        {errors.length > 0 && <ErrorSummary ref={summary} errors={errors} />}
        {kept && state === kept && (
          <Notice announced>
            <p>{words.kept}</p>
          </Notice>
        )}
        {children}
      </FormStateProvider>
      <p role="status" className="sr-only">
        {isPending && words.sending}
      </p>
    </form>
  )
}
