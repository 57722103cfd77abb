import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newestMonths, sideBySide } from './right-first-time'

test('the months are those of Shanghai, newest first, across a new year', () => {
  expect(newestMonths(new Date('2026-12-31T16:00:00Z'))).toEqual({
    months: ['2027-01', '2026-12', '2026-11'],
    since: new Date('2026-11-01T00:00:00+08:00'),
  })
  expect(newestMonths(new Date('2026-12-31T15:59:59Z')).months).toEqual(['2026-12', '2026-11', '2026-10'])
})

const harbour = { officeCode: '420202006', office: { name: '黄石港街道', nameEnglish: 'Huangshigang' } }
const hill = { officeCode: '420202005', office: { name: '沈家营街道', nameEnglish: 'Shenjiaying' } }
const months = ['2026-11', '2026-10', '2026-09']

test('each office has a row, each month a share, and all offices add up', () => {
  const rows = [
    { ...hill, month: '2026-10', ended: 4, right: 3 },
    { ...harbour, month: '2026-10', ended: 6, right: 6 },
    { ...harbour, month: '2026-11', ended: 1, right: 0 },
  ]
  expect(sideBySide({ months, rows })).toEqual({
    months,
    all: [
      { ended: 1, right: 0 },
      { ended: 10, right: 9 },
      { ended: 0, right: 0 },
    ],
    offices: [
      {
        ...hill,
        shares: [
          { ended: 0, right: 0 },
          { ended: 4, right: 3 },
          { ended: 0, right: 0 },
        ],
      },
      {
        ...harbour,
        shares: [
          { ended: 1, right: 0 },
          { ended: 6, right: 6 },
          { ended: 0, right: 0 },
        ],
      },
    ],
  })
})

test('whatever the offices had, no application is lost or counted twice', () => {
  const row = fc
    .record({
      place: fc.constantFrom(harbour, hill),
      month: fc.constantFrom(...months),
      ended: fc.nat(1_000),
      asked: fc.nat(1_000),
    })
    .map(({ place, month, ended, asked }) => ({ ...place, month, ended, right: Math.max(0, ended - asked) }))
  const unique = fc.uniqueArray(row, { selector: ({ officeCode, month }) => officeCode + month })
  fc.assert(
    fc.property(unique, rows => {
      const { all, offices } = sideBySide({ months, rows })
      const sum = (shares: { ended: number }[]) => shares.reduce((total, { ended }) => total + ended, 0)
      expect(sum(all)).toBe(sum(rows))
      expect(sum(offices.flatMap(({ shares }) => shares))).toBe(sum(rows))
      for (const { ended, right } of all) expect(right).toBeLessThanOrEqual(ended)
    }),
  )
})
