import { always, problemAt, type Question, type Reading, readTogether } from './question'

type Promised = { version: string; consent: true }

/**
 * The commitment, in the version that was read, and the consent to processing sensitive information: a tick
 * of its own, never bundled with the promise (个人信息保护法 art. 29). A newer text is promised anew.
 */
export const commitment: Question<Promised> = {
  name: 'commitment',
  fields: ['version', 'promise', 'consent'],
  isAsked: always,
  read: (typed, { commitmentVersion }) =>
    readTogether<Promised>({
      version: readPromise({ typed, commitmentVersion }),
      consent: typed.consent === 'yes' ? { ok: true, value: true } : problemAt('consent', 'consent-missing'),
    }),
}

function readPromise({
  typed,
  commitmentVersion,
}: {
  typed: Readonly<Record<string, string>>
  commitmentVersion: string
}): Reading<string> {
  if (typed.promise !== 'yes') return problemAt('promise', 'promise-missing')
  if (typed.version !== commitmentVersion) return problemAt('promise', 'promise-new-text')
  return { ok: true, value: commitmentVersion }
}
