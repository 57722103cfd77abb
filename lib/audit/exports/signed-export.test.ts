import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSigningKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { csvOf, linesOfProof, proofOf, whatIsWrongWithExport, whatIsWrongWithFile } from './signed-export'
import { workbookOf } from './workbook'

const signedCsv = ({ rows, key: signingKey }: { rows: string[][]; key: typeof key }) => {
  const content = csvOf(rows)
  return content + linesOfProof(proofOf({ content, key: signingKey }))
}

const key = readSigningKey(newSigningKey())
const rows = [
  ['id', 'details'],
  ['1', '{"reason": "a, b"}'],
]
const file = signedCsv({ rows, key })

test('an export proves its origin, whatever stands in it', () => {
  const anyRows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(anyRows, some => {
      const whole = some.map(row => row.map(text => text.toWellFormed()))
      expect(whatIsWrongWithExport({ file: signedCsv({ rows: whole, key }), keys: [key] })).toBeNull()
    }),
  )
})

test.each([
  ['a changed cell', file.replace('"1"', '"2"'), 'export-changed'],
  ['a row left out', file.replace(/"1".*\r\n/, ''), 'export-changed'],
  ['no signature at all', file.split('#')[0] ?? '', 'export-unreadable'],
  ['a row after the signature', `${file}"3","late"\r\n`, 'export-unreadable'],
  ['another signature', file.replace(/,[\w-]{86}\r\n$/, `,${'A'.repeat(86)}\r\n`), 'export-signature-wrong'],
] as const)('%s is found', (_what, changed, expected) => {
  expect(whatIsWrongWithExport({ file: changed, keys: [key] })).toBe(expected)
})

test('a key that is not known here proves nothing', () => {
  const other = readSigningKey(newSigningKey())
  expect(whatIsWrongWithExport({ file, keys: [other] })).toBe('export-key-unknown')
})

test('a key that signs no more still proves what it signed, one that got out proves nothing', () => {
  const since = new Date('2026-11-25T00:00:00Z')
  expect(whatIsWrongWithExport({ file, keys: [{ ...key, retiredAt: since }] })).toBeNull()
  expect(whatIsWrongWithExport({ file, keys: [{ ...key, withdrawnFrom: since }] })).toBe(
    'export-key-withdrawn',
  )
})

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)'])('a spreadsheet takes %s as text', formula => {
  expect(signedCsv({ rows: [[formula]], key })).toContain(`"'${formula.replaceAll('"', '""')}"`)
})

test('a workbook proves its origin by the proof beside it, and is found out when a byte changes', async () => {
  const book = await workbookOf([
    ['id', 'details'],
    ['1', '=1+1'],
    ['\u0000\ud800', '{"a": "字"}'],
  ])
  const proof = linesOfProof(proofOf({ content: book, key }))
  expect(book.subarray(0, 2).toString()).toBe('PK')
  expect(whatIsWrongWithFile({ file: book, proof, keys: [key] })).toBeNull()
  const changed = Buffer.from(book)
  changed[40] = (changed[40] ?? 0) ^ 1
  expect(whatIsWrongWithFile({ file: changed, proof, keys: [key] })).toBe('export-changed')
  expect(whatIsWrongWithFile({ file: book, proof: `x${proof}`, keys: [key] })).toBe('export-unreadable')
})

test('no cell of a workbook is a formula', async () => {
  const book = await workbookOf([['details'], ['=HYPERLINK("http://x")'], ['-1']])
  const { unzipSync, strFromU8 } = await import('fflate')
  const parts = Object.entries(unzipSync(new Uint8Array(book))).map(([name, bytes]) => ({
    name,
    xml: strFromU8(bytes),
  }))
  const sheets = parts.filter(({ name }) => /worksheets\/[^/]+\.xml$/.test(name))
  expect(sheets).toHaveLength(1)
  for (const { xml } of sheets) expect(xml).not.toMatch(/<f[ >]/)
  expect(parts.map(({ xml }) => xml).join('')).toMatch(/(?:&apos;|&#39;|')=HYPERLINK/)
})
