import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applicationEvents, applicationParties, applications, certificates, notifications } from '@/db/schema'
import { anAcceptedCase, aStaffMember, type TestCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { carryOutDueDeadlines } from '@/lib/deadlines'
import { registerApplication } from '@/lib/decisions'
import { certificatesWaiting, issueWaitingCertificates } from '.'

/** Of Extension G, which no font of ours draws. */
const UNDRAWN = '\u{30001}'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
})
afterAll(() => database.drop())

const named = (ofCase: TestCase, name: string) =>
  database.db.update(applicationParties).set({ name }).where(eq(applicationParties.applicationId, ofCase.id))
const certificatesOf = ({ id }: TestCase) =>
  database.db.select().from(certificates).where(eq(certificates.applicationId, id))
const statusOf = async ({ id }: TestCase) => {
  const [row] = await database.db.select().from(applications).where(eq(applications.id, id))
  return row?.status
}
const eventsOf = async ({ id }: TestCase) => {
  const rows = await database.db
    .select({ name: applicationEvents.name })
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, id))
  return rows.map(({ name }) => name)
}

describe('a name with a character that no font draws', () => {
  let ofCase: TestCase

  test('is registered all the same, and the officer is told for which character the certificate waits', async () => {
    ofCase = await anAcceptedCase(database.db)
    await named(ofCase, `张${UNDRAWN}`)
    const officer = await aStaffMember(database.db)
    const registered = await registerApplication({ reference: ofCase.reference, viewer: officer }, database)
    expect(registered).toMatchObject({ ok: true, value: { number: null, notPrintable: [UNDRAWN] } })
    expect(await statusOf(ofCase)).toBe('registered')
    expect(await certificatesOf(ofCase)).toEqual([])
  })

  test('is a task of the administrator: which case, which character, since when', async () => {
    expect(await certificatesWaiting(database.db)).toEqual([
      { reference: ofCase.reference, characters: ['U+30001'], since: expect.any(Date) },
    ])
  })

  test('waits on while nothing changes', async () => {
    expect(await issueWaitingCertificates(database)).toEqual({ issued: 0, failed: [] })
    expect(await certificatesWaiting(database.db)).toHaveLength(1)
  })

  test('gets its certificate once the name can be printed, once, and its holder is told', async () => {
    await named(ofCase, '张𠮷')
    const both = await Promise.all([issueWaitingCertificates(database), issueWaitingCertificates(database)])
    expect(both.reduce((sum, { issued }) => sum + issued, 0)).toBe(1)
    expect(await certificatesWaiting(database.db)).toEqual([])
    const [certificate, ...more] = await certificatesOf(ofCase)
    expect(more).toEqual([])
    expect(certificate).toMatchObject({ version: 1, status: 'valid', registrationBasis: 'decided' })
    expect(certificate?.holders[0]?.name).toBe('张𠮷')
    expect(await eventsOf(ofCase)).toContain('certificate-issued-later')
    const sent = await database.db
      .select({ template: notifications.template })
      .from(notifications)
      .where(eq(notifications.applicationId, ofCase.id))
    expect(sent.map(({ template }) => template)).toContain('certificate-issued-later')
  })
})

test('a registration by lapse with such a name is not lost', async () => {
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
  const ofCase = await anAcceptedCase(database.db)
  await named(ofCase, `李${UNDRAWN}`)
  await database.travelTo(new Date('2026-11-30T10:00:00+08:00'))
  await carryOutDueDeadlines({}, database)
  expect(await statusOf(ofCase)).toBe('registered')
  expect(await certificatesWaiting(database.db)).toMatchObject([{ reference: ofCase.reference }])
  await named(ofCase, '李婷')
  expect(await issueWaitingCertificates(database)).toEqual({ issued: 1, failed: [] })
  expect(await certificatesOf(ofCase)).toMatchObject([{ registrationBasis: 'deemed-by-lapse' }])
})
