import { generateKeyPairSync, randomBytes } from 'node:crypto'

/** The environment of tests that need a database: keys made anew for each, the demo's ways. */
Object.assign(process.env, {
  DATABASE_APP_URL: 'postgres://application@localhost/not-used-by-tests',
  PUBLIC_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  PERSONAL_DATA_KEYS: `test:${randomBytes(32).toString('base64')}`,
  LOOKUP_KEY: randomBytes(32).toString('base64'),
  CERTIFICATE_SIGNING_KEY: generateKeyPairSync('ed25519')
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .toString('base64'),
  DEMO_MODE: 'on',
  LOG_LEVEL: 'silent',
})
