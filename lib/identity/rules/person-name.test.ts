import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  foldName,
  LONGEST_NAME,
  maskName,
  nameComparisonKey,
  namesEqual,
  readPersonName,
} from './person-name'
import { encodedForPrivateUse } from './private-use-characters'

const nameOf = (raw: unknown) => {
  const read = readPersonName(raw)
  return read.ok ? read.value.name : read.failure
}

const ideograph = fc.oneof(
  fc.integer({ min: 0x4e00, max: 0x9fa5 }).map(code => String.fromCodePoint(code)),
  fc.constantFrom('𠮷', '䶮', '龑', '〇', '㑇', '𬴊', '\u{30edd}'),
)
const chineseNames = fc.array(ideograph, { minLength: 2, maxLength: 8 }).map(parts => parts.join(''))
const names = fc.oneof(
  chineseNames,
  fc.tuple(chineseNames, chineseNames).map(parts => parts.join('·')),
  fc.constantFrom('Anna Müller', "O'Brien", 'Jean-Luc Picard', 'Nguyễn Thị Hoa', 'J. R. Smith'),
)

describe('a name', () => {
  test.each([
    '李婷',
    '欧阳娜娜',
    '阿依·古丽',
    '买买提·吐尔逊·艾力',
    '𠮷田',
    '刘䶮',
    '刘龑',
    '王〇',
    '李\u{30edd}',
    'Anna Müller',
    "O'Brien Sean",
    'Nguyễn Thị Hoa',
    'J. R. Smith',
  ])('%s is read as it is', name => {
    expect(readPersonName(name)).toEqual({ ok: true, value: { name, changed: false } })
  })

  test.each([
    ['阿依·古丽', 'U+00B7'],
    ['阿依•古丽', 'U+2022'],
    ['阿依・古丽', 'U+30FB'],
    ['阿依．古丽', 'U+FF0E'],
    ['阿依‧古丽', 'U+2027'],
    ['阿依･古丽', 'U+FF65'],
    ['阿依 · 古丽', 'with spaces'],
  ])('%j has the one middle dot (%s)', typed => {
    expect(nameOf(typed)).toBe('阿依·古丽')
  })

  test.each([
    ['\u9f9c\uf907', '龜龜', 'a compatibility ideograph'],
    ['\u{2f800}子', '丽子', 'a compatibility ideograph of the supplement'],
    ['李\ufa0e', '李\ufa0e', 'one of the twelve that only look like compatibility ideographs'],
    ['刘\ue863', '刘䶮', 'an old private-use code point'],
    ['李\ue816', '李\u{20087}', 'an old private-use code point beyond the basic plane'],
    [' 李　婷 ', '李婷', 'spaces within a Chinese name'],
    ['李\u200b婷\ufeff', '李婷', 'invisible characters that pasting brings along'],
    ['Ａｎｎａ　Ｍüller', 'Anna Müller', 'full-width letters'],
    ['Anna   Mu\u0308ller', 'Anna Müller', 'combining marks and several spaces'],
  ])('%j is folded to %s: %s', (typed, name) => {
    expect(nameOf(typed)).toBe(name)
  })

  test('that was changed says so, so that the person sees what will be printed', () => {
    expect(readPersonName('刘\ue863')).toMatchObject({ value: { changed: true } })
    expect(readPersonName('刘䶮')).toMatchObject({ value: { changed: false } })
  })

  test.each([
    ['', 'empty'],
    [' \u3000\u200b', 'empty'],
    [undefined, 'empty'],
    [42, 'empty'],
    ['李', 'too-short'],
    ['A', 'too-short'],
    ['李'.repeat(51), 'too-long'],
    ['李'.repeat(10_000), 'too-long'],
    ['x'.repeat(10_000), 'too-long'],
    ['李婷\u0000', 'forbidden-character'],
    ['李\ud842婷', 'forbidden-character'],
    ['李婷\ufffe', 'forbidden-character'],
    ['\u202e李婷', 'forbidden-character'],
    ['李婷👶', 'forbidden-character'],
    ['李婷1', 'forbidden-character'],
    ['李婷１', 'forbidden-character'],
    ['<b>李婷</b>', 'forbidden-character'],
    ['李婷;--', 'forbidden-character'],
    ['李\ue000', 'unknown-private-character'],
    ['李\u{f0000}', 'unknown-private-character'],
    ['李Ting', 'not-a-name'],
    ['·李婷', 'not-a-name'],
    ['李··婷', 'not-a-name'],
    ['----', 'not-a-name'],
  ])('%j is asked again: %s', (typed, failure) => {
    expect(readPersonName(typed)).toMatchObject({ ok: false, failure })
  })

  test('may have fifty characters, however many code units they take', () => {
    expect(nameOf('𠮷'.repeat(LONGEST_NAME))).toBe('𠮷'.repeat(LONGEST_NAME))
  })

  test('of every old private-use code point that is known is read, and prints as an encoded character', () => {
    for (const [old, encoded] of encodedForPrivateUse) {
      expect(nameOf(`李${String.fromCodePoint(old)}`)).toBe(`李${encoded}`)
    }
  })

  test('once read, reads as itself', () => {
    fc.assert(
      fc.property(names, name => {
        const read = readPersonName(name)
        if (read.ok) expect(readPersonName(read.value.name)).toMatchObject({ value: { changed: false } })
      }),
    )
  })

  test('never throws, and never lets through what cannot be printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), typed => {
        const read = readPersonName(typed)
        if (!read.ok) return
        expect(read.value.name.isWellFormed()).toBe(true)
        expect(read.value.name).not.toMatch(/[\p{Cc}\p{Co}\p{Cs}<>]/u)
      }),
    )
  })
})

describe('two spellings', () => {
  test.each([
    ['阿依·古丽', '阿依•古丽'],
    ['anna müller', 'ANNA  MÜLLER'],
    ['刘\ue863', '刘䶮'],
    ['\u{2f800}子', '丽子'],
  ])('%s and %s are one name', (one, other) => {
    expect(namesEqual({ one, other })).toBe(true)
  })

  test.each([
    ['刘䶮', '刘龑'],
    ['王淼', '王焱'],
    ['未来', '末来'],
    ['李婷', '李婷婷'],
  ])('%s and %s are two names, though they look alike', (one, other) => {
    expect(namesEqual({ one, other })).toBe(false)
  })

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(names, fc.string({ unit: 'binary', maxLength: 30 })), text => {
        expect(foldName(foldName(text))).toBe(foldName(text))
        expect(nameComparisonKey(foldName(text))).toBe(nameComparisonKey(text))
      }),
    )
  })
})

describe('a name as strangers see it', () => {
  test.each([
    ['李婷', '李*'],
    ['李小婷', '李**'],
    ['欧阳娜娜', '欧阳**'],
    ['欧阳', '欧*'],
    ['𠮷田', '𠮷*'],
    ['阿依·古丽', '阿依·古*'],
    ['Anna Müller', 'A* M*'],
  ])('%s is shown as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  test('never shows the whole of it', () => {
    fc.assert(
      fc.property(names, name => {
        expect(maskName(name)).not.toBe(name)
      }),
    )
  })
})
