'use client'

import { createContext, useContext } from 'react'
import type form from '@/messages/zh-CN/form.json'
import type problem from '@/messages/zh-CN/problem.json'

/** The only texts that travel to the browser by themselves, as they are: no formatter of messages comes with them. */
export type WordsForBrowser = { form: typeof form; problem: Omit<typeof problem, 'offline'> }

const Words = createContext<WordsForBrowser | null>(null)

export const WordsProvider = Words.Provider

/** @throws Error outside of the layout, which brings the words of the page's language */
export function useWords(): WordsForBrowser {
  const words = useContext(Words)
  if (!words) throw new Error('no words: the layout brings them')
  return words
}

/** A text with its one blank filled in. */
export function fillIn(text: string, blank: Record<string, string | number>): string {
  return Object.entries(blank).reduce((filled, [name, value]) => {
    return filled.replaceAll(`{${name}}`, () => String(value))
  }, text)
}
