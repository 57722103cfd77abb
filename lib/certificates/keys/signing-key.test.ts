import { createHash, sign, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newSigningKey, publicJwk, publicKeyText, readPublicKey, readSigningKey } from './signing-key'

/** RFC 8032 §7.1, but for its test of 1,023 bytes. */
const rfc8032 = [
  {
    name: 'test 1',
    secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    name: 'test 2',
    secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    name: 'test 3',
    secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
  {
    name: 'test SHA(abc)',
    secret: '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    publicKey: 'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    message: createHash('sha512').update('abc').digest('hex'),
    signature:
      'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
  },
]

test.each(rfc8032)('keys and signatures agree with RFC 8032, $name', vector => {
  const pkcs8 = Buffer.from(`302e020100300506032b657004220420${vector.secret}`, 'hex').toString('base64')
  const key = readSigningKey(pkcs8)
  const message = Buffer.from(vector.message, 'hex')
  expect(Buffer.from(publicKeyText(key.publicKey), 'base64url').toString('hex')).toBe(vector.publicKey)
  expect(sign(null, message, key.privateKey).toString('hex')).toBe(vector.signature)
  const published = readPublicKey(publicJwk(key).x).publicKey
  expect(verify(null, message, published, Buffer.from(vector.signature, 'hex'))).toBe(true)
  expect(verify(null, Buffer.from('73', 'hex'), published, Buffer.from(vector.signature, 'hex'))).toBe(false)
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
