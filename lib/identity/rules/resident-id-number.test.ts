import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskIdNumber, readResidentIdNumber, residentIdCheckCharacter } from './resident-id-number'

const today = '2026-11-24'
const read = (raw: string) => readResidentIdNumber({ raw, today })

/** Numbers that check, of people born from 1900 on in any province. */
const rightNumbers = fc
  .record({
    area: fc.constantFrom('110101', '420202', '422421', '429004', '540102', '659001', '810000', '830000'),
    birth: fc
      .date({ min: new Date('1900-01-01'), max: new Date('2026-11-24'), noInvalidDate: true })
      .map(day => day.toISOString().slice(0, 10).replaceAll('-', '')),
    order: fc.integer({ min: 0, max: 999 }).map(number => String(number).padStart(3, '0')),
  })
  .map(({ area, birth, order }) => {
    const first17 = area + birth + order
    return first17 + residentIdCheckCharacter(first17)
  })

describe('a resident ID number', () => {
  test('tells where it was issued and the day of birth, and nothing else', () => {
    expect(read('420202199305123523')).toEqual({
      ok: true,
      value: { value: '420202199305123523', areaCode: '420202', birthDate: '1993-05-12' },
    })
  })

  // From the doctests of python-stdnum (cn/ric.py and its tests), an independent reading of GB 11643.
  test.each([
    '360426199101010071',
    '44011320141005001x',
    '412723199010050012',
    '110102199101010078',
    '120110198012010073',
    '120110199212010072',
  ])('%s is right', number => {
    expect(read(number)).toMatchObject({ ok: true, value: { value: number.toUpperCase() } })
  })

  test('of an abolished county stays right', () => {
    const first17 = '42242119700101001'
    expect(read(first17 + residentIdCheckCharacter(first17))).toMatchObject({ ok: true })
  })

  test.each([
    ['42020219850101002x', 'a small x'],
    ['４２０２０２１９８５０１０１００２Ｘ', 'full-width digits and X'],
    ['４２０２０２１９８５０１０１００２ｘ', 'full-width digits and small x'],
    [' 420202 19850101 002X ', 'spaces'],
    ['420202-19850101-002X', 'hyphens'],
    ['420202\u300019850101\u3000002X', 'full-width spaces'],
  ])('%j is read: %s', typed => {
    expect(read(typed)).toMatchObject({ ok: true, value: { value: '42020219850101002X' } })
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['420202930512352', 'fifteen-digits'],
    ['4202021993051235', 'wrong-length'],
    ['4202021993051235233', 'wrong-length'],
    ['1'.repeat(10_000), 'wrong-length'],
    ['42020219930512352A', 'wrong-characters'],
    ['X20202199305123523', 'wrong-characters'],
    ['420202199305123523\u0000', 'wrong-characters'],
    ['42020219930512352\ud835', 'wrong-characters'],
    ['42020219930512352👶', 'wrong-characters'],
    ['<b>420202199305123523</b>', 'wrong-characters'],
    ['٤٢٠٢٠٢١٩٩٣٠٥١٢٣٥٢٣', 'wrong-characters'],
    ['990202199305123523', 'unknown-area'],
    ['420202185001010013', 'impossible-birth-date'],
    ['420202202701010016', 'impossible-birth-date'],
    ['420202190002290016', 'impossible-birth-date'],
    ['420202199313010016', 'impossible-birth-date'],
    ['420202199305123524', 'check-character'],
  ])('%j is asked again: %s', (typed, failure) => {
    expect(read(typed)).toMatchObject({ ok: false, failure })
  })

  test('born today is right, born tomorrow is not', () => {
    const bornOn = (day: string) => {
      const first17 = `420202${day}001`
      return read(first17 + residentIdCheckCharacter(first17))
    }
    expect(bornOn('20261124')).toMatchObject({ ok: true })
    expect(bornOn('20261125')).toMatchObject({ failure: 'impossible-birth-date' })
  })

  test('that checks is read as itself', () => {
    fc.assert(
      fc.property(rightNumbers, number => {
        expect(read(number)).toMatchObject({ ok: true, value: { value: number } })
      }),
    )
  })

  test('with one wrong or two swapped digits is always noticed', () => {
    fc.assert(
      fc.property(rightNumbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const wrong = String((Number(number[at]) + shift) % 10)
        expect(read(number.slice(0, at) + wrong + number.slice(at + 1)).ok).toBe(false)
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
        if (swapped !== number) expect(read(swapped).ok).toBe(false)
      }),
    )
  })

  test('never throws, and gives eighteen plain characters or a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), typed => {
        const result = read(typed)
        if (result.ok) expect(result.value.value).toMatch(/^\d{17}[\dX]$/)
      }),
    )
  })
})

describe('a number as shown', () => {
  test.each([
    ['420202199305123523', '4202**********3523'],
    ['H12345678', 'H******78'],
    ['E1234', 'E**34'],
  ])('%s is shown as %s', (number, shown) => {
    expect(maskIdNumber(number)).toBe(shown)
  })

  test('never shows the day of birth, and keeps its length', () => {
    fc.assert(
      fc.property(rightNumbers, number => {
        expect(maskIdNumber(number)).not.toContain(number.slice(6, 14))
        expect(maskIdNumber(number)).toHaveLength(number.length)
      }),
    )
  })
})
