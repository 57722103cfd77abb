import type { DraftAnswers } from '@/db/schema/applications'
import type { CivilDate } from '@/lib/platform/civil-date'
import type { FormProblem } from './problems'

/** What stands in the fields of one question, as it was typed. */
export type Typed = Readonly<Record<string, string>>

/** What the rules of the form must know beside the answers. */
export type FormContext = {
  /** The day in Shanghai by the service's clock. */
  today: CivilDate
  /** Every office; only one where somebody works yet can be chosen. */
  offices: readonly { code: string; isOpen: boolean }[]
  /** The version of the commitment that is promised today. */
  commitmentVersion: string
  /** The phone of whoever fills in the form: the other parent confirms on another one. */
  residentPhone: string
}

export type Problem = {
  field: string
  problem: FormProblem
  details?: Record<string, string | number>
}

export type Reading<Value> = { ok: true; value: Value } | { ok: false; problems: Problem[] }

/** One question of the form: its fields, when it is asked, and the rule by which its answer is read. */
export type Question<Value> = {
  name: string
  fields: readonly string[]
  isAsked(answers: DraftAnswers): boolean
  read(typed: Typed, context: FormContext & { answers: DraftAnswers }): Reading<Value>
}

export function always(): boolean {
  return true
}

/** Reads a choice; whatever is not one of the choices counts as none. */
export function readChoice<Choice extends string>({
  typed,
  field,
  choices,
  problem,
}: {
  typed: Typed
  field: string
  choices: readonly Choice[]
  problem: FormProblem
}): Reading<Choice> {
  const chosen = choices.find(choice => choice === typed[field])
  return chosen === undefined ? problemAt(field, problem) : { ok: true, value: chosen }
}

export function problemAt(
  field: string,
  problem: FormProblem,
  details: Record<string, unknown> = {},
): { ok: false; problems: Problem[] } {
  const sayable = Object.entries(details).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  )
  return { ok: false, problems: [{ field, problem, details: Object.fromEntries(sayable) }] }
}

/** Reads several parts of one question together, so that every problem is told at once. */
export function readTogether<Parts extends Record<string, unknown>>(
  readings: {
    [Part in keyof Parts]: Reading<Parts[Part]>
  },
): Reading<Parts> {
  const problems: Problem[] = []
  const value: Partial<Parts> = {}
  for (const part in readings) {
    const reading = readings[part]
    if (reading.ok) value[part] = reading.value
    else problems.push(...reading.problems)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: value as Parts }
}
