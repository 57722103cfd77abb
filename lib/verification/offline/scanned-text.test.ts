import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newSigningKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { linkOfToken, signCertificateToken } from '@/lib/certificates/token/certificate-token'
import { hashNames, newNameSalt } from '@/lib/certificates/token/token-content'
import { readScannedText } from './scanned-text'

const nameSalt = newNameSalt()
const token = signCertificateToken({
  key: readSigningKey(newSigningKey()),
  content: {
    number: '42020200626112400173',
    version: 1,
    type: 'birth-service-registration',
    officeCode: '420202006',
    issuedOn: '2026-11-24',
    nameSalt,
    nameHash: hashNames({ names: ['李婷'], salt: nameSalt }),
    statusIndex: 0,
  },
})

describe('what was scanned is', () => {
  test.each([
    token,
    ` ${token}\n`,
    `https://dengji.example.cn/v/${token}`,
    `https://evil.example/v/${token}?x`,
  ])('a verification code, wherever its link leads: %s', text => {
    expect(readScannedText(text)).toEqual({ token })
  })

  test('a verification code in the capitals of a QR code', () => {
    const link = linkOfToken({ token, serviceUrl: 'https://dengji.example.cn' })
    expect(readScannedText(link)).toEqual({ token: link.split('/').pop() })
  })

  test('a link to somewhere else, of which the place is said', () => {
    expect(readScannedText('https://evil.example:8443/v/abc')).toEqual({ elsewhere: 'evil.example:8443' })
    expect(readScannedText('HTTP://EVIL.EXAMPLE')).toEqual({ elsewhere: 'evil.example' })
  })

  test.each(['', ' ', '4202 0200', 'weixin://dl', 'javascript:alert(1)', 'https://', '\u0000'])(
    'nothing: %j',
    text => {
      expect(readScannedText(text)).toEqual({ nothing: true })
    },
  )

  test('and it never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void readScannedText(text)))
    fc.assert(fc.property(fc.webUrl(), text => void readScannedText(text)))
  })
})
