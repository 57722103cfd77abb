import { describe, expect, test } from 'vitest'
import { encodedForPrivateUse } from './private-use-characters'

describe('the old private-use code points of GB 18030', () => {
  test('each stand for one encoded ideograph, no two for the same', () => {
    const encoded = [...encodedForPrivateUse.values()]
    expect(encoded.every(character => /^\p{Script=Han}$/u.test(character))).toBe(true)
    expect(new Set(encoded).size).toBe(encoded.length)
  })

  test('lie in the area that the standard used', () => {
    for (const old of encodedForPrivateUse.keys()) {
      expect(old).toBeGreaterThanOrEqual(0xe815)
      expect(old).toBeLessThanOrEqual(0xe864)
    }
  })

  test.each([
    [0xe863, '䶮'],
    [0xe81e, '\u9fb4'],
    [0xe864, '\u9fbb'],
  ])('%d is %s', (old, encoded) => {
    expect(encodedForPrivateUse.get(old)).toBe(encoded)
  })
})
