import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePointOf, ideographOf, isIdeograph } from './code-point'
import { findCharacters, readSought, uncommonCharacters } from './find-characters'
import { withoutTone } from './reading'
import { knownCharacters } from './table'

function found({ typed, strokes = '' }: { typed: string; strokes?: string }): string[] {
  const sought = readSought({ typed, strokes })
  return sought.ok ? findCharacters(sought.value).map(({ character }) => character) : []
}

describe('a character is found by how it reads', () => {
  test.each([
    ['喆', 'zhe', '12'],
    ['䶮', 'yan', '9'],
    ['㛃', 'jie', '9'],
    ['堃', 'kun', '11'],
    ['犇', 'ben', '12'],
    ['昇', 'sheng', '8'],
    ['赟', 'yun', '16'],
    ['祎', 'yi', '8'],
    ['玥', 'yue', '8'],
    ['𬭚', 'chun', '13'],
    ['𠮷', 'ji', '6'],
    ['单', 'shan', '8'],
    ['单', 'dan', '8'],
    ['仇', 'qiu', '4'],
  ])('%s: %s, %s strokes', (character, typed, strokes) => {
    expect(found({ typed, strokes })).toContain(character)
    expect(found({ typed })).toContain(character)
    expect(found({ typed: '', strokes })).toContain(character)
  })

  test.each(['yǎn', 'yan3', 'YAN', ' ｙａｎ ', 'yán'])('%j is yan', typed => {
    expect(found({ typed, strokes: '９' })).toContain('䶮')
  })

  test.each(['lv', 'lü', 'lǜ', 'lu:4', 'LÜ'])('%j is lü', typed => {
    expect(found({ typed })).toContain('閭')
  })

  test('lue is how people type lüe', () => {
    expect(found({ typed: 'lue' })).toEqual(found({ typed: 'lüè' }))
    expect(found({ typed: 'lue' })).toContain('锊')
  })

  test('what keyboards lack comes first, the common ones last', () => {
    const characters = found({ typed: 'yan' })
    const [general, beyond, common] = ['䶮', '㕣', '严'].map(character => characters.indexOf(character))
    expect(general).toBeLessThan(beyond ?? 0)
    expect(beyond).toBeLessThan(common ?? 0)
  })

  test('a character of the ID cards that nobody has written down how to read is found by its strokes', () => {
    expect(found({ typed: '', strokes: '4' })).toContain('𫠡')
  })

  test('a syllable that no character has finds none', () => {
    expect(found({ typed: 'xyz' })).toEqual([])
    expect(found({ typed: 'ji', strokes: '60' })).toEqual([])
  })
})

describe('a character is found by its number, or pasted', () => {
  test.each([
    'U+20BB7',
    'u+20bb7',
    'U20BB7',
    '20BB7',
    '0x20BB7',
    '\\u{20BB7}',
    '&#x20BB7;',
    '𠮷',
    ' 𠮷 ',
    'Ｕ＋２０ＢＢ７',
  ])('%j is 𠮷', typed => expect(found({ typed })).toEqual(['𠮷']))

  test('also one that the table does not know', () => {
    expect(knownCharacters().has('\u{30001}')).toBe(false)
    expect(found({ typed: 'U+30001' })).toEqual(['\u{30001}'])
  })

  test('a compatibility ideograph is the one that it stands for', () => {
    expect(found({ typed: 'U+2F800' })).toEqual(['丽'])
    expect(found({ typed: 'U+F900' })).toEqual(['豈'])
  })
})

describe('what is no character of a name is said to be none', () => {
  test.each([
    ['', '', 'nothing-typed'],
    ['   ', '', 'nothing-typed'],
    ['U+0000', '', 'no-ideograph'],
    ['U+0041', '', 'no-ideograph'],
    ['U+D800', '', 'no-ideograph'],
    ['U+E000', '', 'no-ideograph'],
    ['U+F0000', '', 'no-ideograph'],
    ['U+1F476', '', 'no-ideograph'],
    ['U+3042', '', 'no-ideograph'],
    ['U+FFFFFF', '', 'no-ideograph'],
    ['\0', '', 'not-understood'],
    ['\uD842', '', 'not-understood'],
    ['👶', '', 'not-understood'],
    ['か', '', 'not-understood'],
    ['шан', '', 'not-understood'],
    ['欧阳', '', 'not-understood'],
    ['yan yan', '', 'not-understood'],
    ['a'.repeat(100), '', 'not-understood'],
    ['𠮷'.repeat(100_000), '', 'not-understood'],
    ['<script>', '', 'not-understood'],
    ['yan', '0', 'strokes-no-number'],
    ['yan', '九', 'strokes-no-number'],
    ['yan', '-9', 'strokes-no-number'],
    ['yan', '1e1', 'strokes-no-number'],
    ['yan', '9'.repeat(1_000), 'strokes-no-number'],
  ])('%j, strokes %j: %s', (typed, strokes, failure) => {
    expect(readSought({ typed, strokes })).toMatchObject({ ok: false, failure })
  })

  test('whatever is typed is answered, and only ideographs are ever found', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 0, max: 0x1fffff }).map(number => `U+${number.toString(16)}`),
    )
    fc.assert(
      fc.property(anything, fc.oneof(fc.constant(''), fc.string()), (typed, strokes) => {
        const sought = readSought({ typed, strokes })
        if (!sought.ok) return
        for (const { character } of findCharacters(sought.value)) expect(isIdeograph(character)).toBe(true)
      }),
    )
  })
})

describe('the table', () => {
  const some = fc.constantFrom(...knownCharacters().values())

  test('every character is found by each of its readings, by its strokes and by its number', () => {
    fc.assert(
      fc.property(some, ({ character, readings, strokes }) => {
        for (const reading of readings) {
          for (const typed of [reading, withoutTone(reading)]) {
            expect(found({ typed, strokes: String(strokes) })).toContain(character)
          }
        }
        expect(found({ typed: codePointOf(character) })).toEqual([character])
        expect(ideographOf(codePointOf(character).slice(2))).toBe(character)
      }),
      { numRuns: 200 },
    )
  })

  test('holds the 8,105 characters of the standard, 6,500 of them common, and stays small', () => {
    const classes = [...knownCharacters().values()].map(known => known.class)
    expect(classes.filter(one => one === 'common')).toHaveLength(6_500)
    expect(classes.filter(one => one === 'general')).toHaveLength(1_605)
    expect(readFileSync('lib/characters/table.txt').byteLength).toBeLessThan(300_000)
  })
})

describe('what in a name a device may lack', () => {
  test.each([
    ['李婷', []],
    ['阿依古丽·买买提', []],
    ['Nguyễn Thị Ánh', []],
    ['𠮷田', ['𠮷']],
    ['张子䶮', ['䶮']],
    ['陶喆喆', ['喆']],
    ['李\u{30001}', ['\u{30001}']],
    ['李👶\0\uD800', []],
  ])('%j: %j', (name, uncommon) => expect(uncommonCharacters(name)).toEqual(uncommon))
})
