import { createHash, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { readCheckpoint, signCheckpoint } from './checkpoint'

const key = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const origin = 'dengji.example.cn/certificates'
const checkpoint = { origin, size: 139, root: createHash('sha256').update('x').digest() }
const note = signCheckpoint({ checkpoint, key })
const keys = [other, key]

test('a checkpoint is a signed note of C2SP', () => {
  expect(note).toMatch(
    /^dengji\.example\.cn\/certificates\n139\n[A-Za-z0-9+/]{43}=\n\n— dengji\.example\.cn\/certificates [A-Za-z0-9+/]+=*\n$/,
  )
})

test('is read back with the key that signed it', () => {
  expect(readCheckpoint({ note, origin, keys })).toEqual(checkpoint)
})

test.each([
  ['another size', note.replace('\n139\n', '\n140\n')],
  ['another log', note.replaceAll('dengji', 'dengjj')],
  ['no signature', `${note.split('\n\n')[0]}\n\n`],
  ['a size with a zero before it', note.replace('\n139\n', '\n0139\n')],
  ['nothing', ''],
  ['noise', '\u0000'.repeat(1_000)],
])('is refused otherwise: %s', (_, changed) => {
  expect(readCheckpoint({ note: changed, origin, keys })).toBeNull()
})

test('is refused with a key that did not sign it', () => {
  expect(readCheckpoint({ note, origin, keys: [other] })).toBeNull()
})
