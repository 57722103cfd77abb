import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAcceptedCase, aStaffMember, testOffice } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import type { StaffViewer } from '@/lib/identity'
import { recordView } from '../record-view'
import { accessAlertsFor, closeAccessAlert } from './close-alert'
import { raiseAccessAlerts } from './raise-alerts'

let test: TestDatabase
let officer: StaffViewer
let auditor: StaffViewer

beforeAll(async () => {
  test = await createTestDatabase()
  officer = await aStaffMember(test.db)
  auditor = await aStaffMember(test.db, { role: 'auditor', officeCodes: [] })
  await test.travelTo(new Date('2026-11-25T21:00:00+08:00'))
  const { id } = await anAcceptedCase(test.db)
  for (let look = 0; look < 4; look += 1) {
    const application = { id, officeCode: testOffice }
    await recordView(test.db, { viewer: officer, application, purpose: 'handle-case' })
  }
})
afterAll(() => test.drop())

async function alerts() {
  const listed = await accessAlertsFor({ viewer: auditor }, test)
  if (!listed.ok) throw new Error(listed.failure)
  return listed.value
}

describe('looks in the evening', () => {
  it('are raised once, however often they are looked through', async () => {
    expect(await raiseAccessAlerts(test)).toEqual({ raised: 1 })
    expect(await raiseAccessAlerts(test)).toEqual({ raised: 0 })
    expect(await alerts()).toMatchObject([
      { rule: 'after-hours', looks: 4, staffNumber: officer.staffNumber, closedAt: null },
    ])
  })

  it('are closed by an auditor with a note, for good', async () => {
    const [alert] = await alerts()
    const close = (viewer: StaffViewer, note: string) =>
      closeAccessAlert({ viewer, id: alert?.id ?? '', note }, test)
    expect(await close(officer, '我加班')).toMatchObject({ failure: 'not-your-role' })
    expect(await close(auditor, ' ')).toMatchObject({ failure: 'text-missing' })
    expect(await close(auditor, '当天加班，已核实')).toMatchObject({ ok: true })
    expect(await close(auditor, '再一次')).toMatchObject({ failure: 'not-waiting' })
    expect(await raiseAccessAlerts(test)).toEqual({ raised: 0 })
    const logged =
      await test.app`select action from audit_events where action like 'access-alert%' order by id`
    expect(logged.map(({ action }) => action)).toEqual(['access-alert-raised', 'access-alert-closed'])
  })
})
