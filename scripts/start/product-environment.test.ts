import { describe, expect, test } from 'vitest'
import { checkEnvironment, productEnvironment } from './product-environment'
import { StartFailure } from './say'
import { makeSecrets } from './secrets'

const secrets = makeSecrets()
const urls = {
  appUrl: 'postgres://registration_app:a@127.0.0.1/registration',
  ownerUrl: 'postgres://registration_owner:o@127.0.0.1/registration',
  jobsUrl: 'postgres://registration_jobs:j@127.0.0.1/registration',
}
const start = (given: Record<string, string>) =>
  productEnvironment({ given: { NODE_ENV: 'production', ...given }, secrets, port: 3001, dev: false, urls })

describe('the environment of the product’s processes', () => {
  test('holds no address or password that could change the tables or the roles', () => {
    const environment = start({ DATABASE_URL: 'postgres://admin:secret@db/registration' })
    const values = Object.values(environment).join('\n')
    expect(values).not.toContain('admin:secret')
    expect(values).not.toContain(urls.ownerUrl)
    expect(values).not.toContain(secrets.DATABASE_OWNER_PASSWORD)
    expect(environment.DATABASE_APP_URL).toBe(urls.appUrl)
  })

  test('is that of the demo unless somebody says otherwise', () => {
    expect(start({})).toMatchObject({ DEMO_MODE: 'on', PUBLIC_URL: 'http://localhost:3001', PORT: '3001' })
    expect(() => checkEnvironment(start({}))).not.toThrow()
  })

  test('with the demo off and its values left in place, stops the start and lists them all', () => {
    const check = () => checkEnvironment(start({ DEMO_MODE: 'off' }))
    expect(check).toThrow(StartFailure)
    for (const name of ['PERSONAL_DATA_KEYS', 'CERTIFICATE_TYPE_CODE', 'PUBLIC_URL', 'SMS_GATEWAY_URL']) {
      expect(check).toThrow(name)
    }
  })
})
