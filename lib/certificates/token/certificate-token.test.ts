import { sign, verify } from 'node:crypto'
import { Encoder, Tag } from 'cbor-x'
import fc from 'fast-check'
import { create } from 'qrcode'
import { describe, expect, test } from 'vitest'
import { newSigningKey, readSigningKey } from '../keys/signing-key'
import { linkOfToken, readCertificateToken, signCertificateToken, tokenFromLink } from './certificate-token'
import { hashNames, namesAgree, newNameSalt, type TokenContent } from './token-content'

const key = readSigningKey(newSigningKey())
const otherKey = readSigningKey(newSigningKey())
const nameSalt = newNameSalt()
const content: TokenContent = {
  number: '42020200626112400017',
  version: 1,
  type: 'birth-service-registration',
  officeCode: '420202006',
  issuedOn: '2026-11-24',
  nameSalt,
  nameHash: hashNames({ names: ['李婷', '张子䶮'], salt: nameSalt }),
}
const token = signCertificateToken({ content, key })
const findKey = (keyId: string) => [key, otherKey].find(candidate => candidate.keyId === keyId)

test('a token says what was signed', () => {
  expect(readCertificateToken({ token, findKey })).toEqual({
    ok: true,
    value: { ...content, keyId: key.keyId },
  })
})

test('a token is short enough for a QR that a camera reads', () => {
  expect(token.length).toBeLessThan(240)
})

describe('the end of its key', () => {
  const withEnd = { ...content, statusIndex: 7, keyEndsAt: new Date('2029-11-24T02:00:00Z') }

  test('stands in the token', () => {
    const signed = signCertificateToken({ content: withEnd, key })
    expect(readCertificateToken({ token: signed, findKey })).toEqual({
      ok: true,
      value: { ...withEnd, keyId: key.keyId },
    })
  })

  test('is the end of signing', () => {
    const late = { ...withEnd, issuedOn: '2029-11-25' as const }
    expect(() => signCertificateToken({ content: late, key })).toThrow('end')
  })

  test('makes whatever a thief dates after it worth nothing', () => {
    expect(readCertificateToken({ token: signedByThief('2029-11-23'), findKey }).ok).toBe(true)
    expect(readCertificateToken({ token: signedByThief('2029-11-25'), findKey })).toMatchObject({
      ok: false,
      failure: 'unsupported',
    })
  })

  /** A token with the true end and any day of issue, by whoever has the key and a program of their own. */
  function signedByThief(issuedOn: string): string {
    const cbor = new Encoder({
      useRecords: false,
      mapsAsObjects: false,
      tagUint8Array: false,
      variableMapSize: true,
    })
    const signed: Tag = cbor.decode(Buffer.from(signCertificateToken({ content: withEnd, key }), 'base64url'))
    const [header, open, honest] = signed.value
    const claims: Map<number, unknown> = cbor.decode(honest)
    const payload = cbor.encode(claims.set(6, Date.parse(`${issuedOn}T12:00:00Z`) / 1_000))
    const toBeSigned = cbor.encode(['Signature1', header, Buffer.alloc(0), payload])
    const signature = sign(null, toBeSigned, key.privateKey)
    return cbor.encode(new Tag([header, open, payload, signature], 18)).toString('base64url')
  }
})

test('a whole link is as good as its last part', () => {
  expect(tokenFromLink(`https://dengji.example.cn/v/${token}?utm=x#y`)).toBe(token)
  expect(tokenFromLink(` ${token}\n`)).toBe(token)
})

describe('the link of a QR code', () => {
  const link = linkOfToken({ token, serviceUrl: 'https://dengji.huangshi.example.cn:8443' })

  test('holds only what the alphanumeric mode of QR codes has', () => {
    expect(link).toMatch(/^HTTPS:\/\/DENGJI\.HUANGSHI\.EXAMPLE\.CN:8443\/V\/[A-Z2-7]+$/)
    expect(create(link, { errorCorrectionLevel: 'Q' }).segments.map(({ mode }) => mode.id)).toEqual([
      'Alphanumeric',
    ])
  })

  test('is the same token as the link of the papers before it, in capitals and in small letters', () => {
    const lastPart = link.slice(link.lastIndexOf('/') + 1)
    for (const text of [link, link.toLowerCase(), lastPart, lastPart.toLowerCase(), `${link}?x#y`]) {
      expect(tokenFromLink(text)).toBe(token)
    }
  })

  test('with one other letter is never the same token', () => {
    fc.assert(
      fc.property(fc.nat(link.length - 40), fc.constantFrom(...'ABCXYZ234567'), (fromEnd, letter) => {
        const at = link.length - 1 - fromEnd
        fc.pre(link[at] !== letter && at > link.lastIndexOf('/'))
        const changed = link.slice(0, at) + letter + link.slice(at + 1)
        expect(readCertificateToken({ token: tokenFromLink(changed), findKey }).ok).toBe(false)
      }),
    )
  })
})

test('an unknown key is told apart from a bad signature', () => {
  expect(readCertificateToken({ token, findKey: () => undefined })).toMatchObject({ failure: 'unknown_key' })
  expect(readCertificateToken({ token, findKey: () => otherKey })).toMatchObject({ failure: 'bad_signature' })
})

describe('a token that is not byte for byte ours is refused', () => {
  test.each([
    ['', 'nothing'],
    ['not a token', 'words'],
    ['AAAA', 'other bytes'],
    [`${token}AA`, 'bytes behind'],
    [`${token}=`, 'padding'],
    ['A'.repeat(100_000), 'a hundred thousand characters'],
    [Buffer.from('d28440a0', 'hex').toString('base64url'), 'a truncated envelope'],
    [Buffer.from(`d2${'81'.repeat(500)}`, 'hex').toString('base64url'), 'deep nesting'],
    [Buffer.from('d29b7fffffffffffffff', 'hex').toString('base64url'), 'a giant array'],
  ])('%# %s', broken => {
    expect(readCertificateToken({ token: broken, findKey }).ok).toBe(false)
  })

  test('one changed bit is always noticed, and nothing throws', () => {
    const bytes = Buffer.from(token, 'base64url')
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), bit => {
        const mutant = Buffer.from(bytes)
        mutant.writeUInt8(mutant.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        expect(readCertificateToken({ token: mutant.toString('base64url'), findKey }).ok).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('truncated, doubled and shuffled tokens are refused', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.nat(token.length - 1), (from, to) => {
        const cut = token.slice(0, from) + token.slice(to)
        fc.pre(cut !== token)
        expect(readCertificateToken({ token: cut, findKey }).ok).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })
})

/** COSE_Sign1 read only by RFC 9052 and RFC 8949, without our code or a library. */
function readByTheStandard(bytes: Buffer): { header: Buffer; payload: Buffer; signature: Buffer } {
  let at = 0
  const head = (): { major: number; length: number } => {
    const first = bytes.readUInt8(at++)
    const short = first & 31
    if (short < 24) return { major: first >> 5, length: short }
    const size = short === 24 ? 1 : 2
    const length = bytes.readUIntBE(at, size)
    at += size
    return { major: first >> 5, length }
  }
  const byteString = () => {
    const { major, length } = head()
    expect(major).toBe(2)
    at += length
    return bytes.subarray(at - length, at)
  }
  expect(head()).toEqual({ major: 6, length: 18 })
  expect(head()).toEqual({ major: 4, length: 4 })
  const header = byteString()
  expect(head()).toEqual({ major: 5, length: 0 })
  const payload = byteString()
  return { header, payload, signature: byteString() }
}

test('a verifier written only from the standard finds the signature right', () => {
  const { header, payload, signature } = readByTheStandard(Buffer.from(token, 'base64url'))
  const string = (text: Buffer) =>
    Buffer.concat([
      text.length < 24 ? Buffer.from([0x40 + text.length]) : Buffer.from([0x58, text.length]),
      text,
    ])
  const toBeSigned = Buffer.concat([
    Buffer.from([0x84, 0x6a]),
    Buffer.from('Signature1'),
    string(header),
    Buffer.from([0x40]),
    string(payload),
  ])
  expect(verify(null, toBeSigned, key.publicKey, signature)).toBe(true)
})

describe('names are compared by what they mean', () => {
  test.each([
    [['张子䶮', '李婷'], true, 'another order'],
    [['李婷', '张子龑'], false, '龑 is not 䶮'],
    [['李婷'], false, 'one is missing'],
  ])('%j: %s (%s)', (names, expected) => {
    expect(namesAgree({ names, content })).toBe(expected)
  })
})
