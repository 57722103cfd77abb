import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/form-state'
import { recordUnexpectedError } from '@/lib/platform/log'
import { notingRefusals } from './note-refusals'
import { isFromOurPage } from './our-page'
import { signInAgain } from './sign-in-again'
import { forgetTyped, type KeptName } from './typed-before'
import { currentViewer } from './viewer'

/** Far more than any form of ours; the framework refuses a body of 256 kB before it is read. */
const longestForm = 128 * 1024
/** Never shown again, whatever goes wrong. */
const neverReturned = /password|code|passkey|^\$/i

/**
 * The frame of every action of a form with error messages (`ActionForm`): refuses requests that are not from
 * our pages and forms that are too large; an unexpected error becomes a sentence with the number under which
 * it is logged, and what was typed stays.
 *
 * @param what what the action does, for the log; with `keeps`, under which name the words of its form are kept
 *   for somebody whose session is over
 */
export function guardedAction(
  what: string | { doing: string; keeps: KeptName },
  run: (form: FormData) => Promise<FormState>,
): (state: FormState, form: FormData) => Promise<FormState> {
  const { doing, keeps } = typeof what === 'string' ? { doing: what, keeps: null } : what
  return async (_state, form) => {
    const refusal = await whyRefuse(form)
    if (refusal) return formProblem(await sentence(refusal), form)
    try {
      if (keeps) await keepOrForget(keeps, form)
      return await notingRefusals(doing, () => run(form))
    } catch (error) {
      unstable_rethrow(error) // redirect() and notFound() are how an action ends well.
      const number = recordUnexpectedError({ error, doing })
      return formProblem(await sentence('unexpected', { number }), form)
    }
  }
}

/** The same frame for a form that has nothing to type, as a button to sign out; a failure leads to /problem. */
export function guardedSubmit(
  doing: string,
  run: (form: FormData) => Promise<void>,
): (form: FormData) => Promise<void> {
  return async form => {
    const refusal = await whyRefuse(form)
    if (refusal) redirect(`/problem?because=${refusal}`)
    try {
      await notingRefusals(doing, () => run(form))
    } catch (error) {
      unstable_rethrow(error)
      redirect(`/problem?number=${recordUnexpectedError({ error, doing })}`)
    }
  }
}

/**
 * The text of a field, '' where there is none: whole characters that a database takes. NUL becomes the sign for
 * what cannot be read, which the readers of typed text refuse.
 *
 * @param longest where the text goes into an address to lead back to, which no browser follows when it is too long
 */
export function textOf({
  form,
  field,
  longest,
}: {
  form: FormData
  field: string
  longest?: number
}): string {
  const value = form.get(field)
  if (typeof value !== 'string') return ''
  return value.slice(0, longest).toWellFormed().replaceAll('\0', '\uFFFD')
}

/** What was typed and may be shown again: everything but codes, passwords and the framework's own fields. */
export function typedValues(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.filter(([field]) => !neverReturned.test(field)))
}

async function keepOrForget(keeps: KeptName, form: FormData): Promise<void> {
  if (await currentViewer()) return forgetTyped()
  await signInAgain({ form: keeps, values: typedValues(form) })
}

type Refusal = 'not-our-page' | 'too-large'

async function whyRefuse(form: FormData): Promise<Refusal | null> {
  if (!isFromOurPage({ headers: await headers() })) return 'not-our-page'
  const size = [...form].reduce((sum, [field, value]) => sum + field.length + sizeOf(value), 0)
  return size > longestForm ? 'too-large' : null
}

function sizeOf(value: FormDataEntryValue): number {
  return typeof value === 'string' ? value.length : value.size
}

async function sentence(
  key: Refusal | 'unexpected',
  { number = '' }: { number?: string } = {},
): Promise<string> {
  const t = await getTranslations('actions')
  return t(key, { number })
}

function formProblem(message: string, form: FormData): FormState {
  return { errors: [{ field: '', message }], values: typedValues(form) }
}
