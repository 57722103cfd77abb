import { describe, expect, test } from 'vitest'
import { isBorn, stage } from './07-stage'
import { aContext, problemsOf } from './testing'

describe('the stage', () => {
  test.each(['expecting', 'born'])('is %s', chosen => {
    expect(stage.read({ stage: chosen }, { ...aContext, answers: {} })).toEqual({ ok: true, value: chosen })
  })

  test('is never guessed', () => {
    expect(problemsOf(stage.read({ stage: 'due-soon' }, { ...aContext, answers: {} }))).toEqual([
      'stage: stage-missing',
    ])
    expect(isBorn({})).toBe(false)
  })
})
