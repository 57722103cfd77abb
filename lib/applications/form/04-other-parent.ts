import type { DraftAnswers } from '@/db/schema/applications'
import { always, type Question, readChoice } from './question'

/** Whether the other parent is to be on the certificate. Both answers are right; nothing follows from "no". */
export const otherParent: Question<'yes' | 'no'> = {
  name: 'other-parent',
  fields: ['named'],
  isAsked: always,
  read: typed =>
    readChoice({ typed, field: 'named', choices: ['yes', 'no'], problem: 'other-parent-missing' }),
}

export function namesOtherParent(answers: DraftAnswers): boolean {
  return answers['other-parent']?.named === 'yes'
}
