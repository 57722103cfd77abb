import { type ProxyRelation, proxyRelations } from './complete-application'
import { always, type Question, readChoice } from './question'

export const whoAppliesChoices = ['self', ...proxyRelations] as const

/** Who applies, and for whom: either parent for themselves, or a proxy for one of them (代办人). */
export const whoApplies: Question<'self' | ProxyRelation> = {
  name: 'who-applies',
  fields: ['who'],
  isAsked: always,
  read: typed => readChoice({ typed, field: 'who', choices: whoAppliesChoices, problem: 'who-missing' }),
}

/** Whether somebody applies for the applicant; nobody is taken for a proxy by mistake. */
export function isByProxy(answers: Readonly<Record<string, Readonly<Record<string, string>>>>): boolean {
  const who = answers['who-applies']?.who
  return proxyRelations.some(relation => relation === who)
}
