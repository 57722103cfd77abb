import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applicationEvents, auditEvents, notifications } from '@/db/schema'
import { anIdNumber, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { reissueCertificate } from '../reissue-certificate'
import { aCertificate } from '../testing/a-certificate'
import { type AskedPrint, findAssistedPrint, printForHolder } from './index'

let database: TestDatabase
const start = new Date('2026-11-24T10:00:00+08:00')

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(start))

/** A holder of a certificate of Huangshigang who stands at a counter in Xisaishan. */
async function atACounter() {
  const idNumber = anIdNumber()
  const { certificate, ofCase } = await aCertificate(database, { idNumber })
  const officer = await aStaffMember(database.db, { officeCodes: ['420203007'] })
  const asked = {
    number: certificate.number,
    name: certificate.holders[0]?.name ?? '',
    lastSix: idNumber.slice(-6),
    reason: 'no-phone',
  }
  const print = (typed: Partial<AskedPrint> = {}, viewer = officer) =>
    printForHolder({ ...asked, ...typed, viewer }, database)
  return { certificate, ofCase, officer, idNumber, print }
}

describe('an officer of another town', () => {
  test('prints for a holder who is present, and the applicant is told who, where and why', async () => {
    const { certificate, ofCase, officer, print } = await atACounter()
    const printed = await print()
    if (!printed.ok) throw new Error(printed.failure)
    const found = await findAssistedPrint(database.db, { id: printed.value.id, viewer: officer })
    expect(found?.number).toBe(certificate.number)

    const [seen] = await database.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.applicationId, ofCase.id))
    expect(seen).toMatchObject({
      action: 'case-viewed',
      purpose: 'print-no-phone',
      staffId: officer.staffId,
      officeCode: '420203007',
    })
    const events = await database.db
      .select()
      .from(applicationEvents)
      .where(eq(applicationEvents.applicationId, ofCase.id))
    expect(events.map(({ name }) => name)).toContain('certificate-printed-for-holder')
    const told = await database.db
      .select()
      .from(notifications)
      .where(eq(notifications.applicationId, ofCase.id))
    expect(told.map(({ template }) => template)).toContain('certificate-printed-for-holder')
  })

  test('opens the file within ten minutes; a colleague does not', async () => {
    const { officer, print } = await atACounter()
    const printed = await print()
    if (!printed.ok) throw new Error(printed.failure)
    const { id } = printed.value
    const colleague = await aStaffMember(database.db, { officeCodes: ['420203007'] })
    expect(await findAssistedPrint(database.db, { id, viewer: colleague })).toBeNull()
    expect(await findAssistedPrint(database.db, { id: 'x', viewer: officer })).toBeNull()
    await database.travelTo(new Date('2026-11-24T10:11:00+08:00'))
    expect(await findAssistedPrint(database.db, { id, viewer: officer })).toBeNull()
  })

  test('learns no more of a wrong person than of a number that is not there', async () => {
    const { print, certificate } = await atACounter()
    const nobodys = certificate.number.replace(/.{5}$/, '99999')
    for (const typed of [{ name: '王芳' }, { lastSix: '000000' }, { number: nobodys }]) {
      expect(await print(typed)).toMatchObject({ failure: 'no-match' })
    }
  })

  test.each([
    [{ number: '1' }, 'number-unreadable'],
    [{ name: ' ' }, 'name-missing'],
    [{ lastSix: '12345' }, 'not-six-characters'],
    [{ reason: '' }, 'reason-missing'],
    [{ reason: 'because' }, 'reason-missing'],
    [{ number: '\u0000', name: '\uD800', lastSix: '😀', reason: 'x'.repeat(10_000) }, 'number-unreadable'],
  ])('is told what is missing in %j: %s', async (typed, failure) => {
    const { print } = await atACounter()
    for (let round = 0; round < 6; round += 1) expect(await print(typed)).toMatchObject({ failure })
  })

  test('tries a certificate five times an hour, whoever tries', async () => {
    const { print } = await atACounter()
    for (let round = 0; round < 5; round += 1) {
      expect(await print({ lastSix: '000000' })).toMatchObject({ failure: 'no-match' })
    }
    expect(await print()).toMatchObject({ failure: 'limit-reached' })
    const other = await aStaffMember(database.db, { officeCodes: ['420203007'] })
    expect(await print({}, other)).toMatchObject({ failure: 'limit-reached' })
  })

  test('prints no certificate that was replaced', async () => {
    const { print, ofCase, certificate } = await atACounter()
    await reissueCertificate({ number: certificate.number, viewer: ofCase.resident }, database)
    expect(await print()).toMatchObject({ failure: 'no-longer-valid' })
  })

  test('does not print for themselves', async () => {
    const { print, idNumber } = await atACounter()
    const holder = await aStaffMember(database.db, { officeCodes: ['420203007'], idNumber })
    expect(await print({}, holder)).toMatchObject({ failure: 'party-to-the-case' })
  })
})

test.each(['county', 'administrator', 'auditor'] as const)('the %s prints for nobody', async role => {
  const { print } = await atACounter()
  const member = await aStaffMember(database.db, { role, officeCodes: ['420203007'] })
  expect(await print({}, member)).toMatchObject({ failure: 'not-your-role' })
})
