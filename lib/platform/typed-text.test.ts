import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTypedText } from './typed-text'

const read = (raw: unknown, more: { lines?: boolean } = {}) =>
  readTypedText({ raw, maximumLength: 20, ...more })

describe('what a person types', () => {
  test('is kept in whole characters, trimmed, without what pasting brings along unseen', () => {
    expect(read('  张\u200B𠮷\uFEFF ')).toEqual({ ok: true, value: '张𠮷' })
    expect(read('一\r\n二\t三')).toEqual({ ok: true, value: '一 二 三' })
    expect(read('一\r\n二', { lines: true })).toEqual({ ok: true, value: '一\n二' })
  })

  test('is counted in characters, not in the halves that a computer makes of rare ones', () => {
    expect(read('𠮷'.repeat(20)).ok).toBe(true)
    expect(read('𠮷'.repeat(21))).toMatchObject({ failure: 'too-long' })
  })

  test.each(['\0', '\u0007', '\uD842', '\uFFFD', '\uFFFE', '\u202E', '\u{1FFFF}'])(
    'is never %j, which is refused',
    unreadable => {
      expect(read(`张${unreadable}三`)).toMatchObject({ failure: 'forbidden-character' })
    },
  )

  test('reads into text that a database takes, or is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), raw => {
        const text = read(raw)
        if (text.ok) expect(text.value.isWellFormed() && !text.value.includes('\0')).toBe(true)
      }),
    )
  })
})
