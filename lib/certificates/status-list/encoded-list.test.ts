import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeList, LIST_LENGTH, listOf, statusAt, statusValues } from './encoded-list'

test('a state is read at the place where it was written, and every other place is valid', () => {
  const place = fc.nat(LIST_LENGTH - 1)
  const ended = fc.uniqueArray(fc.record({ place, status: fc.constantFrom(...statusValues) }), {
    selector: entry => entry.place,
    maxLength: 20,
  })
  fc.assert(
    fc.property(ended, place, (entries, other) => {
      const encoded = encodeList(entries)
      for (const entry of entries) expect(statusAt({ encoded, place: entry.place })).toBe(entry.status)
      const expected = entries.find(entry => entry.place === other)?.status ?? 'valid'
      expect(statusAt({ encoded, place: other })).toBe(expected)
    }),
    { numRuns: 50 },
  )
})

test('the first certificate stands in the highest bits of the first byte', () => {
  expect(encodeList([{ place: 0, status: 'superseded' }])).not.toBe(
    encodeList([{ place: 3, status: 'superseded' }]),
  )
  expect(statusAt({ encoded: encodeList([{ place: 0, status: 'revoked' }]), place: 0 })).toBe('revoked')
})

test('an empty list is small, whoever fetches it', () => {
  expect(encodeList([]).length).toBeLessThan(200)
})

test('a place outside the list is an error, and places go on in the next list', () => {
  expect(() => encodeList([{ place: LIST_LENGTH, status: 'revoked' }])).toThrow(RangeError)
  expect([listOf(0), listOf(LIST_LENGTH - 1), listOf(LIST_LENGTH)]).toEqual([1, 1, 2])
})
