import type { QuestionName } from '@/lib/applications'

/** What became of the link that a resident wanted on their phone; each has its sentence in apply.link. */
export const linkNews = ['sent', 'limit-reached'] as const
export type LinkNews = (typeof linkNews)[number]

type Place =
  | { draftId: string; step?: QuestionName; from?: 'check'; link?: LinkNews }
  | { draftId: string; step: 'check' | 'receipt' }
  | { draftId: string; step: 'sign'; sent?: boolean }

/** Addresses of the form, from one place; a draft's id says nothing about a person. */
export function applyAddress({ draftId, step, ...query }: Place): string {
  const path = step ? `/apply/${draftId}/${step}` : `/apply/${draftId}`
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value ? [[key, String(value)]] : [])),
  )
  return asked.size > 0 ? `${path}?${asked}` : path
}

/** Where an application that was submitted is followed. */
export function applicationAddress({ reference }: { reference: string }): string {
  return `/applications/${reference}`
}
