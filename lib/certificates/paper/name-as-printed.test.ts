import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charactersThatDoNotPrint } from './characters-that-do-not-print'
import { nameAsPrinted, pictureOfCharacter } from './name-as-printed'

describe('a name as it prints', () => {
  test('has the outline of each character, and says which has none yet', async () => {
    const printed = await nameAsPrinted('𠮷\u{30001}䶮')
    expect(printed.map(({ character, outline }) => [character, outline !== null])).toEqual([
      ['𠮷', true],
      ['\u{30001}', false],
      ['䶮', true],
    ])
    for (const { outline } of printed) if (outline) expect(outline.path).toMatch(/^M[\d\s.MLQCZ-]+$/)
  })

  test('is light beside a rare character, as on the paper, and otherwise stronger', async () => {
    const [beside] = await nameAsPrinted('李𠮷')
    const [alone] = await nameAsPrinted('李婷')
    expect(beside?.outline?.path).not.toBe(alone?.outline?.path)
  })

  test('lacks exactly the characters for which a certificate would wait', async () => {
    const name = fc.array(fc.constantFrom(...'李𠮷䶮·〇A', '\u{30001}', '\u{E000}', '👶'), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(name, async characters => {
        const printed = await nameAsPrinted(characters.join(''))
        const lacking = printed.flatMap(({ character, outline }) => (outline ? [] : [character]))
        expect([...new Set(lacking)]).toEqual(charactersThatDoNotPrint(characters.join('')))
      }),
      { numRuns: 30 },
    )
  })
})

describe('the picture of a character', () => {
  test.each(['20BB7', '20bb7', '4DAE', '5F20', '3007'])('%s is drawn', async hex => {
    expect(await pictureOfCharacter(hex)).toMatch(/^<svg [^<]+<path [^<]*d="M[^"]+"\/><\/svg>$/)
  })

  test.each(['', '0', '41', 'D800', 'E000', '1F476', '30001', '110000', '../x', '20BB7x'])(
    '%j has none',
    async hex => expect(await pictureOfCharacter(hex)).toBeNull(),
  )

  test('many pictures are drawn one after the other from few open pieces', async () => {
    const far = [
      '20000',
      '21000',
      '22000',
      '23000',
      '24000',
      '25000',
      '26000',
      '27000',
      '28000',
      '29000',
      '2A000',
    ]
    for (const hex of [...far, '2A700', '2B740', '2B820', '2CEB0', '20000', '20001']) {
      expect(await pictureOfCharacter(hex)).not.toBeNull()
    }
  })
})
