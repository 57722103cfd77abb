import { describe, expect, test } from 'vitest'
import { whatIsWrong } from './env'

const key = Buffer.alloc(32, 7).toString('base64')
const complete = {
  DATABASE_APP_URL: 'postgres://registration_app:secret@db/registration',
  PUBLIC_URL: 'https://dengji.example.cn',
  NEXTAUTH_SECRET: 'x'.repeat(43),
  PERSONAL_DATA_KEYS: `k2026:${key}`,
  LOOKUP_KEY: key,
  CERTIFICATE_SIGNING_KEY: 'x'.repeat(64),
  CERTIFICATE_TYPE_CODE: '11420000MB1234567X001',
  CERTIFICATE_ISSUER_CODE: '11420200MB1234567X',
  SMS_GATEWAY_URL: 'https://sms.example.cn/send',
  DEMO_MODE: 'off',
}

describe('an environment', () => {
  test('that is complete is accepted', () => {
    expect(whatIsWrong(complete)).toEqual([])
  })

  test.each([
    [{ PERSONAL_DATA_KEYS: `demo1:${key}` }, 'PERSONAL_DATA_KEYS'],
    [{ PERSONAL_DATA_KEYS: `k2026:${key},demo1:${key}` }, 'PERSONAL_DATA_KEYS'],
    [{ CERTIFICATE_SIGNING_KEY: `demo-passphrase:${'x'.repeat(64)}` }, 'CERTIFICATE_SIGNING_KEY'],
    [{ CERTIFICATE_TYPE_CODE: undefined }, 'CERTIFICATE_TYPE_CODE'],
    [{ CERTIFICATE_ISSUER_CODE: undefined }, 'CERTIFICATE_ISSUER_CODE'],
    [{ PUBLIC_URL: 'http://dengji.example.cn' }, 'PUBLIC_URL'],
    [{ SMS_GATEWAY_URL: undefined }, 'SMS_GATEWAY_URL'],
  ])('of production is refused with %j', (change, name) => {
    expect(whatIsWrong({ ...complete, ...change })).toEqual([expect.stringContaining(name)])
    expect(whatIsWrong({ ...complete, ...change, DEMO_MODE: 'on' })).toEqual([])
  })

  test('that is wrong in several ways hears all of them, and no value is repeated', () => {
    const wrong = whatIsWrong({ ...complete, LOOKUP_KEY: 'short', PUBLIC_URL: 'nowhere', LOG_LEVEL: 'loud' })
    expect(wrong.map(line => line.split(':')[0]).sort()).toEqual(['LOG_LEVEL', 'LOOKUP_KEY', 'PUBLIC_URL'])
    expect(wrong.join('\n')).not.toMatch(/nowhere|"loud"|short/)
  })
})
