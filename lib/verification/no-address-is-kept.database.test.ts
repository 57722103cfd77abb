import { afterAll, beforeAll, expect, test } from 'vitest'
import { rateLimits, verifications } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aCertificate } from '@/lib/certificates/testing/a-certificate'
import { forgetOldLimits } from '@/lib/platform/rate-limits'
import { checkPerson, verifyCertificate } from './index'

let database: TestDatabase
const address = '203.0.113.77'

beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
})
afterAll(() => database.drop())

test('who verified is nowhere: an address only counts, as a keyed digest, and the next hourly round after its time forgets that', async () => {
  const { certificate } = await aCertificate(database)
  const question = { token: certificate.token }
  await verifyCertificate({ question, address, channel: 'page' }, database)
  await checkPerson({ certificate, name: '王芳', lastSix: '000000', address }, database)
  const counted = await database.db.select().from(rateLimits)
  expect(counted).toHaveLength(3)
  expect(JSON.stringify([counted, await database.db.select().from(verifications)])).not.toContain(address)

  await database.travelTo(new Date('2026-11-24T11:01:00+08:00'))
  await forgetOldLimits(database)
  expect(await database.db.select().from(rateLimits)).toEqual([])
})
