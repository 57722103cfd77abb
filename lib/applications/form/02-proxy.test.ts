import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proxy } from './02-proxy'
import { aContext, anyText, problemsOf } from './testing'

const read = (typed: Record<string, string>) => proxy.read(typed, { ...aContext, answers: {} })
const written = { mandate: 'written' }

describe('the proxy', () => {
  test('is asked only where somebody applies for somebody else', () => {
    expect(proxy.isAsked({ 'who-applies': { who: 'village-agent' } })).toBe(true)
    expect(proxy.isAsked({ 'who-applies': { who: 'self' } })).toBe(false)
    expect(proxy.isAsked({})).toBe(false)
  })

  test('gives their own name, and what they act on', () => {
    expect(read({ name: ' 王芳 ', ...written })).toEqual({
      ok: true,
      value: { name: '王芳', mandate: { kind: 'written' } },
    })
    expect(read({ name: '王芳', mandate: 'own-phone', phone: '139 0000 0003' })).toEqual({
      ok: true,
      value: { name: '王芳', mandate: { kind: 'own-phone', phone: '+8613900000003' } },
    })
  })

  test.each([
    ['', 'name: name-empty'],
    ['王', 'name: name-too-short'],
    ['王芳👶', 'name: name-forbidden-character'],
  ])('is asked again for %j', (name, problem) => {
    expect(problemsOf(read({ name, ...written }))).toEqual([problem])
  })

  test.each([
    [{}, 'mandate: mandate-missing'],
    [{ mandate: 'none' }, 'mandate: mandate-missing'],
    [{ mandate: 'own-phone' }, 'phone: phone-empty'],
    // The applicant confirms on a phone that the proxy does not hold.
    [{ mandate: 'own-phone', phone: '13800000001' }, 'phone: phone-is-the-proxys'],
  ])('cannot act without a mandate: %j', (typed, problem) => {
    expect(problemsOf(read({ name: '王芳', ...typed }))).toEqual([problem])
  })

  test('whatever is typed is read or asked again for', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, mandate, phone) => {
        const reading = read({ name, mandate, phone })
        return reading.ok ? reading.value.name !== '' : reading.problems.length > 0
      }),
    )
  })
})
