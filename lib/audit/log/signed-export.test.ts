import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSigningKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { signedCsv, whatIsWrongWithExport } from './signed-export'

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

test('a key that is not trusted proves nothing', () => {
  const other = readSigningKey(newSigningKey())
  expect(whatIsWrongWithExport({ file, keys: [other] })).toBe('export-key-not-trusted')
})

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)'])('a spreadsheet takes %s as text', formula => {
  expect(signedCsv({ rows: [[formula]], key })).toContain(`"'${formula.replaceAll('"', '""')}"`)
})
