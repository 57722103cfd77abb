import { describe, expect, test } from 'vitest'
import { commitment } from './09-commitment'
import { aContext, goodAnswers, problemsOf } from './testing'

const good = goodAnswers.commitment
const read = (typed: Record<string, string>) => commitment.read(typed, { ...aContext, answers: {} })

describe('the commitment', () => {
  test('is promised in the version that was read, with the consent as a tick of its own', () => {
    expect(read(good)).toEqual({ ok: true, value: { version: '2026-1', consent: true } })
  })

  test.each([
    [{ ...good, promise: '' }, ['promise: promise-missing']],
    [{ ...good, consent: '' }, ['consent: consent-missing']],
    [{ ...good, consent: 'on' }, ['consent: consent-missing']],
    [{ version: '2026-1' }, ['promise: promise-missing', 'consent: consent-missing']],
  ])('never bundles one tick with the other: %j', (typed, problems) => {
    expect(problemsOf(read(typed))).toEqual(problems)
  })

  test('is asked again when the text has changed since', () => {
    expect(problemsOf(read({ ...good, version: '2025-1' }))).toEqual(['promise: promise-new-text'])
  })
})
