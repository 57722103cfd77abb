import { expect, test } from 'vitest'
import { casesAddress, readListQuery, recordsAddress } from './addresses'

function asked(address: string) {
  return Object.fromEntries(new URL(address, 'https://example.cn').searchParams)
}

test('a list leads back to itself', () => {
  const after = { at: new Date('2026-11-25T09:30:00.123Z'), reference: 'HS-2611-24-0017-4' }
  const query = { list: 'lapsed', staffNumber: 'HS-0101', after } as const
  expect(readListQuery(asked(casesAddress(query)))).toEqual(query)
})

test.each<[Record<string, string | string[]>, string]>([
  [{}, 'nothing asked'],
  [{ list: 'everything', of: '<script>', after: 'yesterday' }, 'nonsense asked'],
  [
    { list: ['due-today'], of: ['x', 'y'], after: `2026-13-99T99:99:99.999Z_${'x'.repeat(50)}` },
    'lists asked',
  ],
])('%j leads to all open cases: %s', query => {
  expect(readListQuery(query)).toEqual({ list: 'open', staffNumber: null, after: null })
})

test('the records begin with those that are open', () => {
  expect(recordsAddress()).toBe('/staff/supervision/records')
  expect(recordsAddress({ isClosed: true })).toBe('/staff/supervision/records?state=closed')
})
