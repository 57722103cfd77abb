import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { findCertificateToRevoke } from '@/lib/certificates'
import { aCertificate } from '@/lib/certificates/testing/a-certificate'
import { recordView } from './record-view'
import { viewsOfApplication } from './views-of-application'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
})
afterAll(() => database.drop())

describe('whoever looked at a case', () => {
  test('is told with the body for which they looked: the office, or the supervision of its county', async () => {
    const { id } = await anAcceptedCase(database.db)
    const application = { id, officeCode: '420202006' }
    for (const role of ['officer', 'county'] as const) {
      const viewer = await aStaffMember(database.db, { role })
      await recordView(database.db, { viewer, application, purpose: 'answer-complaint' })
    }
    const views = await viewsOfApplication(database.db, { applicationId: id })
    expect(views.map(({ office, county }) => [office?.name, county?.name])).toEqual([
      ['黄石港街道办事处', '黄石港区'],
      ['黄石港街道办事处', undefined],
    ])
  })

  test('is told, too, where a supervisor looked at the certificate alone', async () => {
    const { certificate, ofCase } = await aCertificate(database)
    const supervisor = await aStaffMember(database.db, { role: 'supervisor' })
    const looks = async () =>
      (await viewsOfApplication(database.db, { applicationId: ofCase.id })).map(({ purpose }) => purpose)
    const before = await looks()
    const found = await findCertificateToRevoke({ number: certificate.number, viewer: supervisor }, database)
    expect(found.ok).toBe(true)
    expect(await looks()).toEqual(['see-certificate', ...before])
    const officer = await aStaffMember(database.db)
    await findCertificateToRevoke({ number: certificate.number, viewer: officer }, database)
    expect(await looks()).toEqual(['see-certificate', ...before])
  })
})
