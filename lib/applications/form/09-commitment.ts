import { type CommitmentWay, commitmentWays } from './complete-application'
import { always, problemAt, type Question, type Reading, readChoice, readTogether } from './question'

type Chosen = { way: CommitmentWay; version: string; consent: true }

/**
 * The commitment, in the version that was read: it is a choice (国办发〔2020〕42号), and who does not want to
 * promise asks the office to check instead. The consent to processing sensitive information is a tick of its
 * own either way, never bundled with the promise (个人信息保护法 art. 29). A newer text is chosen anew.
 */
export const commitment: Question<Chosen> = {
  name: 'commitment',
  fields: ['version', 'way', 'consent'],
  isAsked: always,
  read: (typed, { commitmentVersion }) =>
    readTogether<Chosen>({
      way: readWay({ typed, commitmentVersion }),
      version: { ok: true, value: commitmentVersion },
      consent: typed.consent === 'yes' ? { ok: true, value: true } : problemAt('consent', 'consent-missing'),
    }),
}

function readWay({
  typed,
  commitmentVersion,
}: {
  typed: Readonly<Record<string, string>>
  commitmentVersion: string
}): Reading<CommitmentWay> {
  const way = readChoice({ typed, field: 'way', choices: commitmentWays, problem: 'way-missing' })
  if (way.ok && typed.version !== commitmentVersion) return problemAt('way', 'way-new-text')
  return way
}
