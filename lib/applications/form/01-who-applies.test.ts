import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isByProxy, whoApplies } from './01-who-applies'
import { aContext, anyText, problemsOf } from './testing'

const read = (who: string) => whoApplies.read({ who }, { ...aContext, answers: {} })

describe('who applies', () => {
  test.each(['self', 'relative', 'village-agent', 'hospital-desk'])('may be %s', who => {
    expect(read(who)).toEqual({ ok: true, value: who })
  })

  test.each(['', 'officer', 'SELF', 'toString', 'self,relative'])('is asked again for %j', who => {
    expect(problemsOf(read(who))).toEqual(['who: who-missing'])
  })

  test('is asked again when the field is missing', () => {
    expect(problemsOf(whoApplies.read({}, { ...aContext, answers: {} }))).toEqual(['who: who-missing'])
  })

  test('whatever arrives, nobody is taken for a proxy by mistake', () => {
    fc.assert(
      fc.property(anyText, who => {
        const proxies = ['relative', 'village-agent', 'hospital-desk']
        expect(isByProxy({ 'who-applies': { who } })).toBe(proxies.includes(who))
      }),
    )
  })
})
