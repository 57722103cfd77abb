import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChainedRow, canonicalInstant, hashedColumns, hashOfRow, noHash } from './chained-row'
import { type Finding, type Head, walkChains } from './walk-chains'

const log = 'audit_events'

/** A log of two chains as the database writes it: `lengths` rows each, numbered through. */
function aLog(lengths: readonly number[]): ChainedRow[] {
  let id = 0
  return lengths.flatMap((length, chain) => {
    let previous = noHash
    return Array.from({ length }, (_, index) => {
      id += 1
      const row: ChainedRow = {
        id: String(id),
        at: `2026-11-25 08:00:00.${index + 1}`,
        action: 'case-viewed',
        application_id: `case-${chain}`,
        resident_id: null,
        staff_id: 'somebody',
        office_code: '420202006',
        purpose: index % 2 === 0 ? 'search' : null,
        details: '{}',
        chain_position: String(index + 1),
        previous_hash: previous,
        hash: '',
      }
      const whole = { ...row, hash: hashOfRow({ log, row }) }
      previous = whole.hash
      return whole
    })
  })
}

function walk(rows: readonly ChainedRow[], heads: ReadonlyMap<string, Head> = new Map()): Finding[] {
  const findings: Finding[] = []
  const { take, end } = walkChains({
    log,
    headOf: applicationId => heads.get(applicationId ?? ''),
    tell: finding => findings.push(finding),
  })
  for (const row of rows) take(row)
  end()
  return findings
}

const chains = fc.array(fc.integer({ min: 2, max: 8 }), { minLength: 1, maxLength: 3 }).map(aLog)
const aPlace = fc.nat()

describe('walking the chains', () => {
  test('nothing is wrong with a log that nobody touched', () => {
    fc.assert(
      fc.property(chains, rows => {
        expect(walk(rows)).toEqual([])
      }),
    )
  })

  test('a changed column is found at its row, whichever column it is', () => {
    const column = fc.constantFrom(...hashedColumns[log])
    fc.assert(
      fc.property(chains, aPlace, column, (rows, nth, name) => {
        const at = nth % rows.length
        const changed = rows.map((row, index) => (index === at ? { ...row, [name]: `${row[name]}9` } : row))
        expect(walk(changed).map(({ rowId }) => rowId)).toContain(changed[at]?.id)
      }),
    )
  })

  test('a row removed before the end of its chain is found at the row after it', () => {
    fc.assert(
      fc.property(chains, aPlace, (rows, nth) => {
        const inside = rows.flatMap((row, index) =>
          rows[index + 1]?.application_id === row.application_id ? [index] : [],
        )
        const at = inside[nth % inside.length] ?? 0
        const after = rows[at + 1]?.id
        const found = walk(rows.filter((_, index) => index !== at))
        expect(found).toMatchObject([{ rowId: after, what: 'row-missing-before' }])
      }),
    )
  })

  test('a row put in twice is found', () => {
    fc.assert(
      fc.property(chains, aPlace, (rows, nth) => {
        const at = nth % rows.length
        const doubled = rows.flatMap((row, index) => (index === at ? [row, row] : [row]))
        expect(walk(doubled)).toMatchObject([{ rowId: rows[at]?.id, what: 'place-taken-twice' }])
      }),
    )
  })

  test('a chain cut off at its end is found against the head that was signed', () => {
    const rows = aLog([4])
    const last = rows.at(-1)
    const heads = new Map([['case-0', { position: 4, hash: last?.hash ?? '' }]])
    expect(walk(rows, heads)).toEqual([])
    expect(walk(rows.slice(0, 3), heads)).toMatchObject([{ rowId: null, what: 'end-cut-off' }])
  })
})

describe('what is hashed', () => {
  test('nothing and an empty text are two things, and fields do not run into each other', () => {
    const [row] = aLog([1])
    if (!row) throw new Error('no row')
    const hashes = [
      { ...row, purpose: null },
      { ...row, purpose: '' },
      { ...row, purpose: 'ab', office_code: 'c' },
      { ...row, purpose: 'b', office_code: 'ca' },
      { ...row, purpose: '-,', office_code: 'ca' },
    ].map(one => hashOfRow({ log, row: one }))
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test.each([
    ['2026-11-25 08:00:00', '2026-11-25T08:00:00.000000Z'],
    ['2026-11-25 08:00:00.1', '2026-11-25T08:00:00.100000Z'],
    ['2026-11-25 08:00:00.123456', '2026-11-25T08:00:00.123456Z'],
  ])('%s is the instant %s', (printed, canonical) => {
    expect(canonicalInstant(printed)).toBe(canonical)
  })
})
