'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { ErrorSummary } from './error-summary'
import { type FormState, FormStateProvider } from './form-state'
import { Notice } from './notice'
import { titleAfter } from './title-after'
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
    if (!state) return
    const isWrong = state.errors.length > 0
    if (isWrong) summary.current?.focus()
    document.title = titleAfter({ title: document.title, prefix: words.error, isWrong })
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
