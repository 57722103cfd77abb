import enAccessibility from '@/messages/en/accessibility.json'
import enForm from '@/messages/en/form.json'
import enPrivacy from '@/messages/en/privacy.json'
import enProblem from '@/messages/en/problem.json'
import enShell from '@/messages/en/shell.json'
import zhAccessibility from '@/messages/zh-CN/accessibility.json'
import zhForm from '@/messages/zh-CN/form.json'
import zhPrivacy from '@/messages/zh-CN/privacy.json'
import zhProblem from '@/messages/zh-CN/problem.json'
import zhShell from '@/messages/zh-CN/shell.json'
import type { Language } from './languages'

/** One file of messages/<language>/ is one namespace. Chinese is the master: what English lacks does not compile. */
const chinese = {
  accessibility: zhAccessibility,
  form: zhForm,
  privacy: zhPrivacy,
  problem: zhProblem,
  shell: zhShell,
}

export type Messages = typeof chinese

const english: Messages = {
  accessibility: enAccessibility,
  form: enForm,
  privacy: enPrivacy,
  problem: enProblem,
  shell: enShell,
}

export const MESSAGES: Record<Language, Messages> = { 'zh-CN': chinese, en: english }

/** The only texts that travel to the browser: those of the client components in components/ and of error.tsx. */
export function messagesForBrowser(language: Language): Pick<Messages, 'form' | 'problem'> {
  const { form, problem } = MESSAGES[language]
  return { form, problem }
}
