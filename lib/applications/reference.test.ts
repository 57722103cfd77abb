import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReference, referenceOf } from './reference'

const days = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10))
const references = fc
  .record({ acceptedOn: days, sequence: fc.integer({ min: 1, max: 99_999 }) })
  .map(referenceOf)

describe('a reference', () => {
  const reference = referenceOf({ acceptedOn: '2026-11-24', sequence: 17 })

  test('names the day of acceptance and a running number', () => {
    expect(reference).toMatch(/^HS-2611-24-0017-\d$/)
    expect(referenceOf({ acceptedOn: '2026-01-05', sequence: 12_345 })).toMatch(/^HS-2601-05-12345-\d$/)
  })

  test.each([
    ['as printed', (text: string) => text],
    ['in small letters', (text: string) => text.toLowerCase()],
    ['without dashes', (text: string) => text.replaceAll('-', '')],
    ['with spaces and a line break', (text: string) => ` ${text.replaceAll('-', ' ')}\n`],
    [
      'full-width',
      (text: string) => text.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
    ['with long dashes', (text: string) => text.replaceAll('-', '—')],
    ['without HS', (text: string) => text.slice(3)],
    ['with O for 0', (text: string) => text.replaceAll('0', 'O')],
    ['with l for 1', (text: string) => text.replaceAll('1', 'l')],
  ])('is read %s', (_how, spell) => {
    expect(readReference(spell(reference))).toEqual({ ok: true, value: reference })
  })

  test.each([
    '',
    'HS',
    'HS-2611-24-0017',
    'HS-2613-24-0017-4',
    '420202006261124001',
    '<b>HS</b>',
    '\u0000',
    '\ud800',
    '👶',
    '٢٦١١٢٤٠٠١٧٤',
    'H'.repeat(10_000),
  ])('is unreadable otherwise', typed => {
    expect(readReference(typed)).toMatchObject({ ok: false, failure: 'unreadable' })
  })

  test('refuses parts that do not fit', () => {
    expect(() => referenceOf({ acceptedOn: '24.11.2026', sequence: 1 })).toThrow(RangeError)
    expect(() => referenceOf({ acceptedOn: '2026-11-24', sequence: 0 })).toThrow(RangeError)
    expect(() => referenceOf({ acceptedOn: '2026-11-24', sequence: 100_000 })).toThrow(RangeError)
  })

  test('is read back, whatever day and number', () => {
    fc.assert(
      fc.property(references, written => {
        expect(readReference(written)).toEqual({ ok: true, value: written })
      }),
    )
  })

  test('with one wrong digit is never taken for another', () => {
    fc.assert(
      fc.property(references, fc.nat(), fc.integer({ min: 1, max: 9 }), (written, at, shift) => {
        const places = [...written.matchAll(/\d/g)].map(match => match.index)
        const place = places[at % places.length] ?? 0
        const other = String((Number(written[place]) + shift) % 10)
        expect(readReference(written.slice(0, place) + other + written.slice(place + 1)).ok).toBe(false)
      }),
    )
  })

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), typed => {
        expect(typeof readReference(typed).ok).toBe('boolean')
      }),
    )
  })
})
