import type { DraftAnswers } from '@/db/schema/applications'
import type { CompleteApplication } from './complete-application'
import { always, type Question, readChoice } from './question'

/** Expecting or born; when the child is expected is never asked. */
export const stage: Question<CompleteApplication['stage']> = {
  name: 'stage',
  fields: ['stage'],
  isAsked: always,
  read: typed =>
    readChoice({ typed, field: 'stage', choices: ['expecting', 'born'], problem: 'stage-missing' }),
}

export function isBorn(answers: DraftAnswers): boolean {
  return answers.stage?.stage === 'born'
}
