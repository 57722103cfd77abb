'use server'

import { notFound, redirect } from 'next/navigation'
import { keepRequestedSwitch } from '@/app/_language/switch-requested'
import { helpWithName, withPrintedNames } from '@/app/_names/help-with-name'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { applyAddress, type LinkNews } from '@/app/apply/_parts/addresses'
import { loadDraft, type OpenDraft, stepAddress } from '@/app/apply/_parts/load-draft'
import { problemSentences } from '@/app/apply/_parts/problem-sentences'
import type { FormState } from '@/components/form-state'
import {
  askedQuestions,
  firstUnanswered,
  isQuestionName,
  type QuestionName,
  questions,
  saveAnswer,
  sendDraftLink,
} from '@/lib/applications'

/**
 * Saves the answer to one question and goes on. Whoever goes back, looks for a township or switches language or
 * text size finds what was typed so far saved as well, right or not yet.
 */
export const save = guardedAction({ doing: 'save an answer', keeps: 'answer-question' }, async form => {
  const draftId = textOf({ form, field: 'draft' })
  const question = textOf({ form, field: 'question' })
  if (!isQuestionName(question)) notFound()
  const open = await loadDraft(draftId)
  const { viewer, draft, context } = open
  const typed = typedAnswer(form)
  const stays = (await keepRequestedSwitch(form)) || form.has('findOffice') || form.has('sendLink')
  const elsewhere = stays
    ? sameAddress({ form, draftId, question })
    : addressBack({ form, draftId, question, answers: draft.answers })
  if (elsewhere === null) {
    const answer = await helpOrProblems({ form, question, typed, open })
    if (answer) return answer
  }
  const saved = await saveAnswer({ draftId, viewer, question, typed }, service())
  if (saved.ok && form.has('sendLink')) {
    const sent = await sendDraftLink({ draftId, viewer }, service())
    redirect(sameAddress({ form, draftId, question, link: sent.ok ? 'sent' : 'limit-reached' }))
  }
  if (!saved.ok || elsewhere !== null) redirect(elsewhere ?? applyAddress({ draftId }))
  const { answers } = saved.value
  const next = form.has('from') ? null : questionAfter({ question, answers })
  redirect(stepAddress({ draftId, step: next ?? firstUnanswered({ answers, context }) }))
})

type Answering = { form: FormData; question: QuestionName; typed: Record<string, string>; open: OpenDraft }

/** Whoever looks for a character stays, and so does an answer with something to change; null where all is well. */
async function helpOrProblems({ form, question, typed, open }: Answering): Promise<FormState> {
  const { viewer, draft, context } = open
  const helped = await helpWithName(form)
  if (helped) {
    await saveAnswer({ draftId: draft.id, viewer, question, typed: helped.values }, service())
    return helped
  }
  const reading = questions[question].read(typed, { ...context, answers: draft.answers })
  if (reading.ok) return null
  return withPrintedNames({ errors: await problemSentences(reading.problems), values: typed })
}

/** What was typed; whoever asks for the list of all townships has stopped looking. */
function typedAnswer(form: FormData): Record<string, string> {
  const typed = typedValues(form)
  return form.get('findOffice') === 'all' ? { ...typed, sought: '' } : typed
}

type Answers = OpenDraft['draft']['answers']

type Place = { form: FormData; draftId: string; question: QuestionName }

function sameAddress({ form, draftId, question, link }: Place & { link?: LinkNews }): string {
  const from = form.has('from') ? ({ from: 'check' } as const) : {}
  return applyAddress({ draftId, step: question, ...from, ...(link && { link }) })
}

/** Where the way back leads, if it was taken: to the page of the checks for whoever came from there. */
function addressBack({ form, draftId, question, answers }: Place & { answers: Answers }): string | null {
  if (!form.has('goBack')) return null
  if (form.has('from')) return applyAddress({ draftId, step: 'check' })
  const asked = askedQuestions(answers)
  const previous = asked[asked.indexOf(question) - 1]
  return previous ? applyAddress({ draftId, step: previous }) : '/apply'
}

function questionAfter({
  question,
  answers,
}: {
  question: QuestionName
  answers: Answers
}): QuestionName | null {
  const asked = askedQuestions(answers)
  return asked[asked.indexOf(question) + 1] ?? null
}
