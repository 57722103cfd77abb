import { sign, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newSigningKey, publicJwk, publicKeyText, readPublicKey, readSigningKey } from './signing-key'

/** RFC 8032 §7.1, test 2. */
const rfc8032 = {
  secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  message: '72',
  signature:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
}

test('keys and signatures agree with RFC 8032', () => {
  const pkcs8 = Buffer.from(`302e020100300506032b657004220420${rfc8032.secret}`, 'hex').toString('base64')
  const key = readSigningKey(pkcs8)
  const message = Buffer.from(rfc8032.message, 'hex')
  expect(Buffer.from(publicKeyText(key.publicKey), 'base64url').toString('hex')).toBe(rfc8032.publicKey)
  expect(sign(null, message, key.privateKey).toString('hex')).toBe(rfc8032.signature)
  expect(verify(null, message, key.publicKey, Buffer.from(rfc8032.signature, 'hex'))).toBe(true)
})

test('the key id of RFC 8037 appendix A.3 begins its thumbprint', () => {
  const { keyId } = readPublicKey('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')
  expect('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'.startsWith(keyId.slice(0, 10))).toBe(true)
})

test('a published key reads back as itself', () => {
  const key = readSigningKey(newSigningKey())
  expect(readPublicKey(publicJwk(key).x).keyId).toBe(key.keyId)
})

describe('public keys with which anybody could sign are refused', () => {
  test.each([
    ['0100000000000000000000000000000000000000000000000000000000000000', 'the neutral point'],
    ['0000000000000000000000000000000000000000000000000000000000000000', 'order 4'],
    ['ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'order 2'],
    ['26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', 'order 8'],
    ['c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', 'order 8'],
    ['26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85', 'order 8, other sign'],
    ['eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'not canonical'],
    ['ffff', 'too short'],
  ])('%s: %s', hex => {
    expect(() => readPublicKey(Buffer.from(hex, 'hex').toString('base64url'))).toThrow()
  })
})
