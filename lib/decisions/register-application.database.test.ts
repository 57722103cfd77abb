import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applicationEvents, applications, certificates, decisions, notifications } from '@/db/schema'
import { anAcceptedCase, anIdNumber, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { transferApplication, withdrawApplication } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { registerApplication } from './register-application'

let database: TestDatabase
let officer: StaffViewer
let colleague: StaffViewer

beforeAll(async () => {
  database = await createTestDatabase()
  officer = await aStaffMember(database.db)
  colleague = await aStaffMember(database.db)
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:00:00+08:00')))

describe('registering a case', () => {
  test('takes one call: decision, certificate, event and message come together', async () => {
    const { id, reference } = await anAcceptedCase(database.db)
    const registered = await registerApplication({ reference, viewer: officer }, database)
    expect(registered).toMatchObject({ ok: true, value: { notPrintable: [] } })
    const [application] = await database.db.select().from(applications).where(eq(applications.id, id))
    expect(application).toMatchObject({ status: 'registered', firstContactId: officer.staffId })
    const made = await database.db.select().from(decisions).where(eq(decisions.applicationId, id))
    expect(made).toMatchObject([{ outcome: 'registered', basis: 'decided', decidedById: officer.staffId }])
    const papers = await database.db.select().from(certificates).where(eq(certificates.applicationId, id))
    expect(papers).toMatchObject([{ status: 'valid', decidedByNumber: officer.staffNumber }])
    const events = await database.db
      .select()
      .from(applicationEvents)
      .where(eq(applicationEvents.applicationId, id))
    expect(events.map(({ name }) => name)).toEqual(['submit', 'register'])
    const sent = await database.db.select().from(notifications).where(eq(notifications.applicationId, id))
    expect(sent.map(({ template }) => template)).toContain('registered')
  })

  test('twice registers once, and the second is told that the case has ended', async () => {
    const { reference } = await anAcceptedCase(database.db)
    await registerApplication({ reference, viewer: officer }, database)
    const again = await registerApplication({ reference, viewer: officer }, database)
    expect(again).toMatchObject({ ok: false, failure: 'case-is-not-open', details: { status: 'registered' } })
  })

  test('by two officers at once registers once', async () => {
    const { id, reference } = await anAcceptedCase(database.db)
    const both = await Promise.all([
      registerApplication({ reference, viewer: officer }, database),
      registerApplication({ reference, viewer: colleague }, database),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: 'case-is-not-open' })
    expect(
      await database.db.select().from(certificates).where(eq(certificates.applicationId, id)),
    ).toHaveLength(1)
  })

  test('while the applicant withdraws: exactly one of the two happens', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, reference, resident } = await anAcceptedCase(database.db)
      const [registered, withdrawn] = await Promise.all([
        registerApplication({ reference, viewer: officer }, database),
        withdrawApplication({ reference, viewer: resident }, database),
      ])
      expect([registered.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
      const [application] = await database.db.select().from(applications).where(eq(applications.id, id))
      expect(application?.status).toBe(registered.ok ? 'registered' : 'withdrawn')
    }
  })

  test('is not for another office, another role or a party to the case', async () => {
    const ownNumber = anIdNumber()
    const { reference } = await anAcceptedCase(database.db, { idNumber: ownNumber })
    const refusals = [
      [await aStaffMember(database.db, { officeCodes: ['420202007'] }), 'other-office'],
      [await aStaffMember(database.db, { role: 'county' }), 'not-your-role'],
      [await aStaffMember(database.db, { idNumber: ownNumber }), 'party-to-the-case'],
    ] as const
    for (const [viewer, failure] of refusals) {
      expect(await registerApplication({ reference, viewer }, database)).toMatchObject({ ok: false, failure })
    }
  })

  test('after the time has run out is too late: the applicant is registered by the lapse', async () => {
    const { id, reference } = await anAcceptedCase(database.db)
    await database.travelTo(new Date('2026-11-27T17:30:01+08:00'))
    const late = await registerApplication({ reference, viewer: officer }, database)
    expect(late).toMatchObject({ ok: false, failure: 'time-had-run-out' })
    const made = await database.db.select().from(decisions).where(eq(decisions.applicationId, id))
    expect(made).toMatchObject([{ outcome: 'registered', basis: 'deemed-by-lapse', decidedById: null }])
  })

  test('goes with the case to the office to which it was transferred', async () => {
    const receiver = await aStaffMember(database.db, { officeCodes: ['420202007'] })
    const { reference } = await anAcceptedCase(database.db)
    await transferApplication(
      { reference, viewer: officer, toOfficeCode: '420202007', reason: '住在那里' },
      database,
    )
    expect(await registerApplication({ reference, viewer: officer }, database)).toMatchObject({
      failure: 'other-office',
    })
    expect(await registerApplication({ reference, viewer: receiver }, database)).toMatchObject({ ok: true })
  })
})
