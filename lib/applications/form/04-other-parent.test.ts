import { describe, expect, test } from 'vitest'
import { namesOtherParent, otherParent } from './04-other-parent'
import { aContext, problemsOf } from './testing'

describe('naming the other parent', () => {
  test.each(['yes', 'no'])('is answered with %s', named => {
    expect(otherParent.read({ named }, { ...aContext, answers: {} })).toEqual({ ok: true, value: named })
  })

  test('is never taken for granted', () => {
    expect(problemsOf(otherParent.read({}, { ...aContext, answers: {} }))).toEqual([
      'named: other-parent-missing',
    ])
    expect(namesOtherParent({})).toBe(false)
    expect(namesOtherParent({ 'other-parent': { named: 'no' } })).toBe(false)
  })
})
