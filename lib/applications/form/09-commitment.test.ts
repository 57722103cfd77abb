import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commitment } from './09-commitment'
import { aContext, anyText, goodAnswers, problemsOf } from './testing'

const good = goodAnswers.commitment
const read = (typed: Record<string, string>) => commitment.read(typed, { ...aContext, answers: {} })

describe('the commitment', () => {
  test.each(['promise', 'check'])('is a choice: %s, with the consent as a tick of its own', way => {
    expect(read({ ...good, way })).toEqual({ ok: true, value: { way, version: '2026-1', consent: true } })
  })

  test.each([
    [{ ...good, way: '' }, ['way: way-missing']],
    [{ ...good, way: 'yes' }, ['way: way-missing']],
    [{ ...good, consent: '' }, ['consent: consent-missing']],
    [{ ...good, way: 'check', consent: '' }, ['consent: consent-missing']],
    [{ ...good, consent: 'on' }, ['consent: consent-missing']],
    [{ version: '2026-1' }, ['way: way-missing', 'consent: consent-missing']],
  ])('never bundles the choice with the consent: %j', (typed, problems) => {
    expect(problemsOf(read(typed))).toEqual(problems)
  })

  test.each(['promise', 'check'])('is asked again when the text has changed since (%s)', way => {
    expect(problemsOf(read({ ...good, way, version: '2025-1' }))).toEqual(['way: way-new-text'])
  })

  test('is never read out of anything but the two choices', () => {
    fc.assert(
      fc.property(anyText, way => {
        fc.pre(way !== 'promise' && way !== 'check')
        expect(problemsOf(read({ ...good, way }))).toEqual(['way: way-missing'])
      }),
    )
  })
})
