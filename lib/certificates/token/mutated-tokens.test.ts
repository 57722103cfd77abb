import { randomBytes, randomInt } from 'node:crypto'
import { Encoder, Tag } from 'cbor-x'
import { expect, test } from 'vitest'
import { toBase32 } from '@/lib/platform/base32'
import { newSigningKey, readSigningKey } from '../keys/signing-key'
import { readCertificateToken, signCertificateToken, tokenFromLink } from './certificate-token'
import { hashNames, newNameSalt, type TokenContent } from './token-content'

const key = readSigningKey(newSigningKey())
const otherKey = readSigningKey(newSigningKey())
const nameSalt = newNameSalt()
const content: TokenContent = {
  number: '42020200626112400173',
  version: 1,
  type: 'birth-service-registration',
  officeCode: '420202006',
  issuedOn: '2026-11-24',
  nameSalt,
  nameHash: hashNames({ names: ['李婷'], salt: nameSalt }),
}
const token = signCertificateToken({ content, key })
const bytes = Buffer.from(token, 'base64url')
const findKey = (keyId: string) => (keyId === key.keyId ? key : undefined)

const cbor = new Encoder({
  useRecords: false,
  mapsAsObjects: false,
  tagUint8Array: false,
  variableMapSize: true,
})
const parts = (): Buffer[] => {
  const { value } = cbor.decode(bytes) as Tag
  return [value[0], value[2], value[3]].map(part => Buffer.from(part))
}
const envelope = (header: unknown, payload: unknown, signature: unknown, open: unknown = new Map()) =>
  cbor.encode(new Tag([header, open, payload, signature], 18))
const headerOf = (algorithm: unknown, id: unknown = Buffer.from(key.keyId, 'base64url')) =>
  cbor.encode(
    new Map([
      [1, algorithm],
      [4, id],
    ]),
  )
const [header = bytes, payload = bytes, signature = bytes] = parts()
const otherToken = Buffer.from(signCertificateToken({ content, key: otherKey }), 'base64url')

/** The ways in which somebody would change a token; each gives another one at every call. */
const mutations: Record<string, () => Buffer> = {
  'a bit is flipped': () => {
    const mutant = Buffer.from(bytes)
    const at = randomInt(bytes.length)
    mutant.writeUInt8(mutant.readUInt8(at) ^ (1 << randomInt(8)), at)
    return mutant
  },
  'it is cut': () => bytes.subarray(0, randomInt(bytes.length)),
  'bytes are put in': () => {
    const at = randomInt(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), randomBytes(1 + randomInt(40)), bytes.subarray(at)])
  },
  'parts are swapped': () => envelope(payload, header, randomInt(2) ? signature : randomBytes(64)),
  'another key signed': () => otherToken,
  'the signature is of another': () => envelope(header, payload, otherToken.subarray(-64)),
  'another algorithm is named': () => envelope(headerOf(-randomInt(1, 300) - 8), payload, signature),
  'no algorithm is named': () => envelope(headerOf(randomInt(2) ? 'none' : 0), payload, Buffer.alloc(64)),
  'the key comes along': () => envelope(header, payload, signature, new Map([[-1, randomBytes(32)]])),
  'it promises a giant': () => Buffer.concat([Buffer.from('d29b7fffffffffff', 'hex'), randomBytes(8)]),
  'a byte string promises a giant': () =>
    Buffer.concat([Buffer.from('d2845b7fffffffffffff', 'hex'), randomBytes(8)]),
  'it is nested deeply': () =>
    Buffer.concat([Buffer.from([0xd2]), Buffer.alloc(600, 0x81), Buffer.from([0])]),
  'a key stands twice': () =>
    envelope(Buffer.concat([Buffer.from([0xa3, 0x01, 0x27]), header.subarray(1)]), payload, signature),
  'the payload is another': () => envelope(header, randomBytes(payload.length), signature),
  'it is noise': () => randomBytes(randomInt(700)),
}

test('ten thousand changed tokens are refused, and none makes the reader throw or grow', () => {
  const names = Object.keys(mutations)
  const before = process.memoryUsage().rss
  for (let round = 0; round < 10_000; round += 1) {
    const name = names[round % names.length] ?? ''
    const mutant = mutations[name]?.() ?? bytes
    const read = readCertificateToken({ token: mutant.toString('base64url'), findKey })
    expect(read.ok, name).toBe(false)
    const spelt = tokenFromLink(`HTTPS://DENGJI.EXAMPLE.CN/V/${toBase32(mutant)}`)
    expect(readCertificateToken({ token: spelt, findKey }).ok, `${name}, in base32`).toBe(false)
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024)
})

test('the unchanged token still reads', () => {
  expect(readCertificateToken({ token, findKey }).ok).toBe(true)
})
