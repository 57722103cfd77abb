import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSigningKey } from '@/lib/certificates/keys/signing-key'
import { StartFailure } from './say'
import { loadSecrets } from './secrets'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'secrets-'))
  file = path.join(folder, 'secrets.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the secrets of an installation', () => {
  test('are made once, and are the same at every start', () => {
    const made = loadSecrets({ file, environment: {} })
    expect(loadSecrets({ file, environment: {} })).toEqual(made)
  })

  test('can be read by their owner alone', () => {
    loadSecrets({ file, environment: {} })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('are closed to others again where a copy left them open', () => {
    loadSecrets({ file, environment: {} })
    chmodSync(file, 0o644)
    loadSecrets({ file, environment: {} })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('hold no private key in the clear, and say that they are a demo', () => {
    const { CERTIFICATE_SIGNING_KEY, PAPER_SIGNING_CERTIFICATE } = loadSecrets({ file, environment: {} })
    expect(CERTIFICATE_SIGNING_KEY).toMatch(/^demo-/)
    expect(PAPER_SIGNING_CERTIFICATE).toMatch(/^demo-/)
    expect(readSigningKey(CERTIFICATE_SIGNING_KEY).keyId).toMatch(/^[\w-]{11}$/)
    const [passphrase = '', key = ''] = CERTIFICATE_SIGNING_KEY.split(':')
    expect(() => readSigningKey(key)).toThrow()
    expect(() => readSigningKey(`not-${passphrase}:${key}`)).toThrow()
  })

  test('differ from one installation to the next', () => {
    const one = loadSecrets({ file, environment: {} })
    const other = loadSecrets({ file: path.join(folder, 'other.json'), environment: {} })
    for (const [name, value] of Object.entries(one)) expect(other).not.toHaveProperty(name, value)
  })

  test('given by the environment win, and are not written down', () => {
    const given = 'k1:given-by-the-operator'
    expect(loadSecrets({ file, environment: { PERSONAL_DATA_KEYS: given } }).PERSONAL_DATA_KEYS).toBe(given)
    expect(readFileSync(file, 'utf8')).not.toContain(given)
  })

  test('of an older version are completed, never replaced', () => {
    writeFileSync(file, JSON.stringify({ LOOKUP_KEY: 'the key of existing rows' }))
    const completed = loadSecrets({ file, environment: {} })
    expect(completed.LOOKUP_KEY).toBe('the key of existing rows')
    expect(completed.NEXTAUTH_SECRET.length).toBeGreaterThan(40)
  })

  test('that cannot be read stop the start, since new ones would lock everybody out of the data', () => {
    writeFileSync(file, '{"LOOKUP_KEY": "tor')
    expect(() => loadSecrets({ file, environment: {} })).toThrow(StartFailure)
    expect(readFileSync(file, 'utf8')).toBe('{"LOOKUP_KEY": "tor')
  })
})
