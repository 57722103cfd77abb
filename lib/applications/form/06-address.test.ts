import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { address } from './06-address'
import { aContext, anyText, problemsOf } from './testing'

const good = { basis: 'household', office: '420202006', detail: '天津路社区 12 号' }
const read = (typed: Record<string, string>) => address.read(typed, { ...aContext, answers: {} })

describe('the address', () => {
  test('gives the office that handles the case', () => {
    expect(read(good)).toEqual({
      ok: true,
      value: { basis: 'household', officeCode: '420202006', detail: '天津路社区 12 号' },
    })
  })

  test.each([
    [{}, ['basis: basis-missing', 'office: office-missing', 'detail: detail-empty']],
    [{ ...good, office: '420202005' }, ['office: office-not-open']],
    [{ ...good, office: '999999999' }, ['office: office-missing']],
    [{ ...good, office: '420202006; drop table offices' }, ['office: office-missing']],
    [{ ...good, detail: ' \u3000\u200b ' }, ['detail: detail-empty']],
    [{ ...good, detail: '——' }, ['detail: detail-empty']],
    [{ ...good, detail: '路'.repeat(101) }, ['detail: detail-too-long']],
    [{ ...good, detail: 'x'.repeat(10_000) }, ['detail: detail-too-long']],
    [{ ...good, detail: '<b>天津路</b>' }, ['detail: detail-forbidden-character']],
    [{ ...good, detail: '天津路\u0000' }, ['detail: detail-forbidden-character']],
    [{ ...good, detail: '天津路\ud800' }, ['detail: detail-forbidden-character']],
    [{ ...good, detail: '天津路 👶' }, ['detail: detail-forbidden-character']],
  ])('is asked again for %j', (typed, problems) => {
    expect(problemsOf(read(typed))).toEqual(problems)
  })

  test('may use rare characters and any script', () => {
    for (const detail of ['𠮷祥里 3 号', '䶮村', 'Tianjin Road 12', '库尔勒路 ئۇيغۇر']) {
      expect(read({ ...good, detail })).toMatchObject({ ok: true, value: { detail } })
    }
  })

  test('that is accepted is short, whole and visible, whatever arrives', () => {
    fc.assert(
      fc.property(anyText, detail => {
        const reading = read({ ...good, detail })
        if (!reading.ok) return
        expect([...reading.value.detail].length).toBeLessThanOrEqual(100)
        expect(reading.value.detail.isWellFormed()).toBe(true)
        expect(reading.value.detail).toBe(reading.value.detail.trim())
      }),
    )
  })
})
