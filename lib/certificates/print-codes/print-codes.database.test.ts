import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applicationEvents, notifications, printCodes } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aResident } from '@/lib/applications/drafts/testing'
import { reissueCertificate } from '../reissue-certificate'
import { aCertificate } from '../testing/a-certificate'
import { makePrintCode, redeemPrintCode } from './index'

let database: TestDatabase
let addresses = 0
/** Another address each time, since tries are limited by it. */
const newAddress = () => `192.0.2.${++addresses}`

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:00:00+08:00')))

async function aCode() {
  const { certificate, ofCase } = await aCertificate(database)
  const made = await makePrintCode({ number: certificate.number, viewer: ofCase.resident }, database)
  if (!made.ok) throw new Error(made.failure)
  return { certificate, ofCase, code: made.value }
}
const print = (code: { digits: string; word: string }, address = newAddress()) =>
  redeemPrintCode({ ...code, address }, database)

test('a print code gives its certificate once, and its holder is told', async () => {
  const { certificate, ofCase, code } = await aCode()
  expect(await print(code)).toMatchObject({ ok: true, value: { number: certificate.number } })
  expect(await print(code)).toMatchObject({ failure: 'no-such-code' })
  const events = await database.db
    .select()
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, ofCase.id))
  expect(events.map(({ name }) => name)).toContain('certificate-printed-by-code')
  const sent = await database.db
    .select()
    .from(notifications)
    .where(eq(notifications.applicationId, ofCase.id))
  expect(sent.map(({ template }) => template)).toContain('certificate-printed-by-code')
})

test('used by two at once, it prints once', async () => {
  const { code } = await aCode()
  const both = await Promise.all([print(code), print(code)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('it lasts ten minutes', async () => {
  const { code } = await aCode()
  await database.travelTo(new Date('2026-11-24T10:10:30+08:00'))
  expect(await print(code)).toMatchObject({ failure: 'no-such-code' })
})

test('neither the digits nor the word open anything alone, and a wrong form uses up no try', async () => {
  const { code } = await aCode()
  const address = newAddress()
  const other = code.word === 'BCD' ? 'BCF' : 'BCD'
  expect(await print({ ...code, word: other }, address)).toMatchObject({ failure: 'no-such-code' })
  for (let round = 0; round < 20; round += 1) {
    expect(await print({ digits: '1234', word: 'BCD' }, address)).toMatchObject({ failure: 'digits-missing' })
    expect(await print({ ...code, word: '' }, address)).toMatchObject({ failure: 'word-missing' })
  }
  expect((await print(code, address)).ok).toBe(true)
})

test('after ten tries an address has to wait', async () => {
  const { code } = await aCode()
  const address = newAddress()
  for (let round = 0; round < 10; round += 1) await print({ digits: '00000000', word: 'BCD' }, address)
  expect(await print(code, address)).toMatchObject({ failure: 'limit-reached' })
  expect((await print(code)).ok).toBe(true)
})

test('only the holder makes one, only for a valid certificate, six an hour', async () => {
  const { certificate, ofCase } = await aCode()
  const { number } = certificate
  const stranger = await aResident(database.db)
  expect(await makePrintCode({ number, viewer: stranger }, database)).toMatchObject({
    failure: 'certificate-not-found',
  })
  for (let round = 0; round < 5; round += 1)
    await makePrintCode({ number, viewer: ofCase.resident }, database)
  expect(await makePrintCode({ number, viewer: ofCase.resident }, database)).toMatchObject({
    failure: 'limit-reached',
  })
  await reissueCertificate({ number, viewer: ofCase.resident }, database)
  expect(await makePrintCode({ number, viewer: ofCase.resident }, database)).toMatchObject({
    failure: 'no-longer-valid',
  })
})

test('the code itself is nowhere in the table', async () => {
  const { code } = await aCode()
  const rows = await database.db.select().from(printCodes)
  expect(JSON.stringify(rows)).not.toContain(code.digits)
})
