import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newSigningKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { StartFailure } from './say'
import { keepKey, keepKeyInUse, keepWithdrawal, readKeptKeys } from './signing-keys'

let folder: string
let file: string
const [first, second] = [readSigningKey(newSigningKey()), readSigningKey(newSigningKey())]
const at = (day: number) => new Date(`2026-11-${String(day).padStart(2, '0')}T00:00:00Z`)
const kept = () => readKeptKeys(file).map(({ publicKey: _, ...rest }) => rest)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'signing-keys-'))
  file = path.join(folder, 'signing-keys.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a start notes its key, once, and with the next key the time of the one before is over', () => {
  expect(kept()).toEqual([])
  keepKeyInUse({ key: first, now: at(1) }, file)
  keepKeyInUse({ key: first, now: at(2) }, file)
  keepKey(first, file)
  expect(kept()).toEqual([{ keyId: first.keyId }])
  keepKeyInUse({ key: second, now: at(3) }, file)
  keepKeyInUse({ key: second, now: at(4) }, file)
  expect(kept()).toEqual([{ keyId: first.keyId, retiredAt: at(3) }, { keyId: second.keyId }])
})

test('a key to which the operator goes back signs again', () => {
  for (const [day, key] of [first, second, first].entries()) keepKeyInUse({ key, now: at(10 + day) }, file)
  expect(kept()).toEqual([{ keyId: second.keyId, retiredAt: at(12) }, { keyId: first.keyId }])
})

test('an earlier withdrawal replaces a later one, and a stranger’s key is not noted by it', () => {
  keepKeyInUse({ key: first, now: at(1) }, file)
  keepWithdrawal({ keyId: first.keyId, from: at(20) }, file)
  keepWithdrawal({ keyId: first.keyId, from: at(15) }, file)
  keepWithdrawal({ keyId: first.keyId, from: at(25) }, file)
  keepWithdrawal({ keyId: second.keyId, from: at(15) }, file)
  expect(kept()).toEqual([{ keyId: first.keyId, withdrawnFrom: at(15) }])
})

test('the file is its owner’s alone, and one that was damaged is said to be', () => {
  keepKey(first, file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  writeFileSync(file, '[{"publicKey": "junk"}]')
  expect(() => readKeptKeys(file)).toThrow(StartFailure)
})
