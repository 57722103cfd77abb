import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logAddress, readLogQuery } from './log-query'

const nothing = { reference: null, staffNumber: null, action: null, from: null, until: null }

describe('the auditor’s search', () => {
  test('without a wish shows everything', () => {
    expect(readLogQuery({})).toMatchObject({ filter: nothing, wrong: [], after: null })
  })

  test('names each field that it does not understand, and filters by the others', () => {
    const asked = { reference: 'HS-1', action: 'gossip', from: '2026-02-30', until: '2026-11-25' }
    const { filter, wrong } = readLogQuery(asked)
    expect(filter).toEqual({ ...nothing, until: '2026-11-25' })
    expect(wrong).toEqual(['reference', 'action', 'from'])
  })

  test.each([
    [{ from: '2026-11-25', until: '2026-11-24' }, ['until'], 'a last day before the first'],
    [{ from: '0001-01-01' }, ['from'], 'a year in which there was no service'],
    [{ until: '9999-12-31' }, ['until'], 'a year that nobody means'],
    [{ from: 'abc', until: '2026-02-30' }, ['from', 'until'], 'no dates at all'],
  ])('says of %j that %j is wrong: %s', (asked, expected, _why) => {
    const { filter, wrong } = readLogQuery(asked)
    expect(wrong).toEqual(expected)
    for (const field of wrong) expect(filter[field]).toBeNull()
  })

  test.each(['hs101', 'HS101', ' Hs101 ', '\uff28\uff33\uff11\uff10\uff11', '\uff48\uff53101'])(
    'takes %j for the staff number HS101',
    staffNumber => {
      expect(readLogQuery({ staffNumber })).toMatchObject({ filter: { staffNumber: 'HS101' }, wrong: [] })
    },
  )

  test('comes back from its own address', () => {
    const filter = { ...nothing, staffNumber: 'HS-0012', action: 'case-viewed', from: '2026-11-01' } as const
    const after = { micros: '1764031459123456', log: 'audit_events', id: '42' } as const
    const address = new URL(logAddress({ filter, after }), 'http://here')
    expect(readLogQuery(Object.fromEntries(address.searchParams))).toMatchObject({ filter, after, wrong: [] })
  })

  test('never fails, whatever stands in the address', () => {
    const anything = fc.dictionary(
      fc.constantFrom('reference', 'staffNumber', 'action', 'from', 'until', 'after'),
      fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string())),
    )
    fc.assert(
      fc.property(anything, asked => {
        expect(readLogQuery(asked).wrong).toBeInstanceOf(Array)
      }),
    )
  })
})
