import { describe, expect, test } from 'vitest'
import { proxy } from './02-proxy'
import { aContext, problemsOf } from './testing'

const read = (name: string) => proxy.read({ name }, { ...aContext, answers: {} })

describe('the proxy', () => {
  test('is asked only where somebody applies for somebody else', () => {
    expect(proxy.isAsked({ 'who-applies': { who: 'village-agent' } })).toBe(true)
    expect(proxy.isAsked({ 'who-applies': { who: 'self' } })).toBe(false)
    expect(proxy.isAsked({})).toBe(false)
  })

  test('gives their own name', () => {
    expect(read(' 王芳 ')).toEqual({ ok: true, value: '王芳' })
  })

  test.each([
    ['', 'name: name-empty'],
    ['王', 'name: name-too-short'],
    ['王芳👶', 'name: name-forbidden-character'],
  ])('is asked again for %j', (name, problem) => {
    expect(problemsOf(read(name))).toEqual([problem])
  })
})
