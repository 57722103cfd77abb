import type { DraftAnswers } from '@/db/schema/applications'
import { whoApplies } from './01-who-applies'
import { proxy } from './02-proxy'
import { applicant } from './03-applicant'
import { otherParent } from './04-other-parent'
import { otherParentDetails } from './05-other-parent-details'
import { address } from './06-address'
import { stage } from './07-stage'
import { child } from './08-child'
import { commitment } from './09-commitment'
import type { CompleteApplication } from './complete-application'
import type { FormContext, Question, Reading } from './question'

/** Every question of the form, in the order in which people meet them. */
const inOrder = {
  'who-applies': whoApplies,
  proxy,
  applicant,
  'other-parent': otherParent,
  'other-parent-details': otherParentDetails,
  address,
  stage,
  child,
  commitment,
}

/** What the answer to each question says, once it is read. */
type FormAnswers = {
  [Name in keyof typeof inOrder]: (typeof inOrder)[Name] extends Question<infer Value> ? Value : never
}

export const questions: { [Name in keyof FormAnswers]: Question<FormAnswers[Name]> } = inOrder

export type QuestionName = keyof FormAnswers

export const questionNames = Object.keys(questions) as QuestionName[]

export function isQuestionName(text: string): text is QuestionName {
  return questionNames.some(name => name === text)
}

/** The steps after the last question: look over everything, then sign. */
export const closingSteps = ['check', 'sign'] as const

/** The questions that these answers lead through. */
export function askedQuestions(answers: DraftAnswers): QuestionName[] {
  return questionNames.filter(name => questions[name].isAsked(answers))
}

/** Reads the answer to one question as it stands in the draft. */
export function readAnswer<Name extends QuestionName>({
  name,
  answers,
  context,
}: {
  name: Name
  answers: DraftAnswers
  context: FormContext
}): Reading<FormAnswers[Name]> {
  return questions[name].read(answers[name] ?? {}, { ...context, answers })
}

/** The first question that still needs an answer, or null when everything is answered. */
export function firstUnanswered({
  answers,
  context,
}: {
  answers: DraftAnswers
  context: FormContext
}): QuestionName | null {
  return askedQuestions(answers).find(name => !readAnswer({ name, answers, context }).ok) ?? null
}

/** Whether a question may be shown: every question before it has its answer, and it is asked at all. */
export function mayBeShown({
  name,
  answers,
  context,
}: {
  name: QuestionName
  answers: DraftAnswers
  context: FormContext
}): boolean {
  const asked = askedQuestions(answers)
  const first = firstUnanswered({ answers, context })
  return asked.includes(name) && (first === null || asked.indexOf(name) <= asked.indexOf(first))
}

/** Where a step stands: the third of eight. Steps that the answers do not lead through do not count. */
export function placeOf({
  step,
  answers,
}: {
  step: QuestionName | (typeof closingSteps)[number]
  answers: DraftAnswers
}): { number: number; of: number } {
  const steps = [...askedQuestions(answers), ...closingSteps]
  return { number: steps.indexOf(step) + 1, of: steps.length }
}

/** The application that the answers make, or null while one of them is missing or no longer right. */
export function readApplication({
  answers,
  context,
}: {
  answers: DraftAnswers
  context: FormContext
}): Omit<CompleteApplication, 'typedName'> | null {
  if (firstUnanswered({ answers, context }) !== null) return null
  const answerTo = <Name extends QuestionName>(name: Name): FormAnswers[Name] | null => {
    if (!questions[name].isAsked(answers)) return null
    const read = readAnswer({ name, answers, context })
    return read.ok ? read.value : null
  }
  const [who, named, where, when, chosen] = [
    answerTo('who-applies'),
    answerTo('applicant'),
    answerTo('address'),
    answerTo('stage'),
    answerTo('commitment'),
  ]
  if (!who || !named || !where || !when || !chosen) return null
  const byProxy = answerTo('proxy')
  const born = answerTo('child')
  return {
    appliedBy: who === 'self' ? 'self' : 'proxy',
    proxy: who !== 'self' && byProxy ? { ...byProxy, relation: who } : null,
    applicant: named,
    otherParent: answerTo('other-parent-details'),
    address: where,
    stage: when,
    childBirthDate: born?.birthDate ?? null,
    birthCertificateNumber: born?.birthCertificateNumber ?? null,
    way: chosen.way,
  }
}
