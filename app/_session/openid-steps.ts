import { attemptLastsSeconds, type OpenidAttempt, type OpenidIdentity } from '@/lib/identity'
import { forgetSealed, keepSealed, openSealed, wordOf } from './sealed-cookie'

const attemptCookie = { name: 'openid-attempt', path: '/sign-in/openid', seconds: attemptLastsSeconds }
/** Who somebody is by the provider's word, sealed in their browser. */
export const personCookie = { name: 'openid-person', path: '/sign-in/openid', seconds: 15 * 60 }

/** What was begun at the provider: where it leads, and for whom, if somebody who is signed in adds a way. */
export type BegunAttempt = OpenidAttempt & { back: string; linksResident: string | null }

/** Keeps an attempt while its person is at the provider. */
export async function keepAttempt({ linksResident, ...attempt }: BegunAttempt): Promise<void> {
  await keepSealed(attemptCookie, { ...attempt, linksResident: linksResident ?? '' })
}

/** The attempt that this browser began, taken away with reading it: none counts twice. */
export async function takeAttempt(): Promise<BegunAttempt | null> {
  const words = await openSealed(attemptCookie)
  await forgetSealed(attemptCookie)
  const [state, nonce, verifier] = ['state', 'nonce', 'verifier'].map(name => wordOf(words, name))
  if (!state || !nonce || !verifier) return null
  return {
    state,
    nonce,
    verifier,
    back: wordOf(words, 'back'),
    linksResident: wordOf(words, 'linksResident') || null,
  }
}

/** Keeps who somebody is by the provider's word, until they said which account is theirs. */
export async function keepOpenidPerson({ issuer, subject }: OpenidIdentity): Promise<void> {
  await keepSealed(personCookie, { issuer, subject })
}

/** Who came back from the provider in this browser and has not said yet which account is theirs. */
export async function openidPerson(): Promise<OpenidIdentity | null> {
  const words = await openSealed(personCookie)
  const [issuer, subject] = [wordOf(words, 'issuer'), wordOf(words, 'subject')]
  return issuer && subject ? { issuer, subject } : null
}

/** They are in: their identity is not needed any more. */
export async function forgetOpenidPerson(): Promise<void> {
  await forgetSealed(personCookie)
}
