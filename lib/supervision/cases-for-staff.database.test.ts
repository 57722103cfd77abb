import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditEvents } from '@/db/schema'
import { anAcceptedCase, anIdNumber, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { claimCase, releaseCase, takeNextCase, withdrawApplication } from '@/lib/applications'
import { viewsOfApplication } from '@/lib/audit'
import { requestExtension } from '@/lib/deadlines'
import { registerApplication } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { findCase, recordRefusalOfCase } from './find-case'
import { findEnding } from './find-ending'
import { officeQueue, QUEUE_PAGE_SIZE, queueFigures } from './office-queue'
import { revealIdNumbers } from './reveal-id-numbers'
import { searchCases } from './search-cases'

let database: TestDatabase
let officer: StaffViewer
let stranger: StaffViewer
/** An office of its own, so that its queue holds what a test put there. */
const quietOffice = '420202007'

beforeAll(async () => {
  database = await createTestDatabase()
  officer = await aStaffMember(database.db)
  stranger = await aStaffMember(database.db, { officeCodes: [quietOffice] })
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:00:00+08:00')))

describe('a case that an officer opens', () => {
  test('comes whole, and the opening is logged', async () => {
    const { id, reference } = await anAcceptedCase(database.db)
    const found = await findCase({ reference, viewer: officer }, database)
    if (!found.ok) throw new Error(found.failure)
    expect(found.value).toMatchObject({
      application: { reference },
      whyNoNotice: null,
      proposal: null,
      decision: null,
      notPrintable: [],
      holder: null,
    })
    expect(found.value.signature?.commitment.text.length).toBeGreaterThan(100)
    expect(await viewsOf(id)).toEqual(['handle-case'])
  })

  test('stays shut to other offices and to its own parties', async () => {
    const idNumber = anIdNumber()
    const { reference } = await anAcceptedCase(database.db, { idNumber })
    const party = await aStaffMember(database.db, { idNumber })
    expect(await findCase({ reference, viewer: stranger }, database)).toMatchObject({
      failure: 'other-office',
    })
    expect(await findCase({ reference, viewer: party }, database)).toMatchObject({
      failure: 'party-to-the-case',
    })
    expect(await findCase({ reference: 'HS-0000-00-0000-0', viewer: officer }, database)).toMatchObject({
      failure: 'case-not-found',
    })
  })

  test('keeps who was refused it for the auditor, and not as a look', async () => {
    const { id, reference } = await anAcceptedCase(database.db)
    await recordRefusalOfCase({ reference, viewer: stranger, why: 'other-office' }, database)
    const nowhere = 'HS-0000-00-0000-0'
    await recordRefusalOfCase({ reference: nowhere, viewer: stranger, why: 'other-office' }, database)
    const logged = await database.owner`
      select action, application_id, staff_id, details from audit_events where staff_id = ${stranger.staffId}
        and action = 'case-look-refused'`
    expect(logged).toEqual([
      {
        action: 'case-look-refused',
        application_id: id,
        staff_id: stranger.staffId,
        details: { why: 'other-office' },
      },
    ])
    expect(await viewsOfApplication(database.db, { applicationId: id })).toEqual([])
  })

  test('names its holder until the claim has gone idle', async () => {
    const { reference } = await anAcceptedCase(database.db)
    await claimCase({ reference, viewer: officer }, database)
    const holderNow = async () => {
      const found = await findCase({ reference, viewer: officer }, database)
      return found.ok && found.value.holder
    }
    expect(await holderNow()).toBe(officer.name)
    await database.travelTo(new Date('2026-11-24T10:31:00+08:00'))
    expect(await holderNow()).toBeNull()
  })
})

describe('document numbers', () => {
  test('are shown in full on a click that is logged, while the case is open', async () => {
    const idNumber = anIdNumber()
    const { id, reference, resident } = await anAcceptedCase(database.db, { idNumber })
    const shown = await revealIdNumbers({ reference, viewer: officer }, database)
    expect(shown).toMatchObject({ ok: true, value: [{ role: 'applicant', documentNumber: idNumber }] })
    expect(await viewsOf(id)).toEqual(['reveal-id-number'])
    await withdrawApplication({ reference, viewer: resident }, database)
    expect(await revealIdNumbers({ reference, viewer: officer }, database)).toMatchObject({
      failure: 'case-is-not-open',
    })
  })

  test('are not shown to another office', async () => {
    const { reference } = await anAcceptedCase(database.db)
    expect(await revealIdNumbers({ reference, viewer: stranger }, database)).toMatchObject({
      failure: 'other-office',
    })
  })
})

describe('a search', () => {
  test('finds by reference, phone or document number, however they are spelled', async () => {
    const idNumber = anIdNumber()
    const { reference, resident } = await anAcceptedCase(database.db, { idNumber })
    const spellings = [
      reference,
      reference.toLowerCase(),
      resident.phone,
      resident.phone.replace('+86', ''),
      idNumber,
      `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`,
      idNumber.toLowerCase(),
    ]
    for (const typed of spellings) {
      expect(await searchCases({ viewer: officer, typed }, database), typed).toMatchObject({
        ok: true,
        value: { references: [reference] },
      })
    }
  })

  test('stays inside the own office, and knows no names', async () => {
    const idNumber = anIdNumber()
    await anAcceptedCase(database.db, { idNumber })
    const search = (typed: string, viewer = officer) => searchCases({ viewer, typed }, database)
    expect(await search(idNumber, stranger)).toMatchObject({ failure: 'nothing-found' })
    expect(await search('李婷')).toMatchObject({ failure: 'not-searchable' })
    expect(await search('  ')).toMatchObject({ failure: 'nothing-typed' })
    expect(await search('\0\ud800')).toMatchObject({ failure: 'not-searchable' })
  })
})

describe('whoever came too late', () => {
  test('is told how the case ended, in their own office only', async () => {
    const { reference } = await anAcceptedCase(database.db)
    expect(await findEnding({ reference, viewer: officer }, database)).toBeNull()
    await registerApplication({ reference, viewer: officer }, database)
    expect(await findEnding({ reference, viewer: officer }, database)).toMatchObject({
      event: 'register',
      by: officer.name,
    })
    expect(await findEnding({ reference, viewer: stranger }, database)).toBeNull()
  })
})

describe('the queue of an office', () => {
  test('holds every case once over its pages, the first due on top', async () => {
    const references: string[] = []
    for (let count = 0; count < QUEUE_PAGE_SIZE + 3; count += 1) {
      references.push((await anAcceptedCase(database.db, { officeCode: quietOffice })).reference)
    }
    const first = await officeQueue({ viewer: stranger }, database)
    expect(first.rows).toHaveLength(QUEUE_PAGE_SIZE)
    if (!first.next) throw new Error('there is a second page')
    const second = await officeQueue({ viewer: stranger, after: first.next }, database)
    expect(second.next).toBeNull()
    const seen = [...first.rows, ...second.rows].map(({ reference }) => reference)
    expect(seen).toEqual(references.toSorted())
  })

  test('counts and lists what waits for a supervisor', async () => {
    const dayEndsAt = new Date('2026-11-25T00:00:00+08:00')
    const { reference } = await anAcceptedCase(database.db)
    const before = await queueFigures({ viewer: officer, dayEndsAt }, database)
    await requestExtension({ reference, viewer: officer, workingDays: 2, reason: '等回复。' }, database)
    const after = await queueFigures({ viewer: officer, dayEndsAt }, database)
    expect(after.forSupervisor).toBe(before.forSupervisor + 1)
    const { rows } = await officeQueue({ viewer: officer, filter: { forSupervisor: true } }, database)
    expect(rows).toContainEqual(expect.objectContaining({ reference, flags: ['extension-requested'] }))
  })

  test('gives two officers who take the next case at once two different ones', async () => {
    const [one, other] = await Promise.all([
      aStaffMember(database.db, { officeCodes: [quietOffice] }),
      aStaffMember(database.db, { officeCodes: [quietOffice] }),
    ])
    const taken = await Promise.all([
      takeNextCase({ viewer: one }, database),
      takeNextCase({ viewer: other }, database),
    ])
    expect(new Set(taken.map(next => next?.reference)).size).toBe(2)
    expect(taken).not.toContain(null)
  })

  test('hands out the top of the queue, and to officers nothing that waits for a supervisor', async () => {
    const officeCode = '420202070'
    const officeCodes = [officeCode]
    const one = await aStaffMember(database.db, { officeCodes })
    const supervisor = await aStaffMember(database.db, { officeCodes, role: 'supervisor' })
    const cases = [await anAcceptedCase(database.db, { officeCode })]
    cases.push(await anAcceptedCase(database.db, { officeCode }))
    const [first, second] = cases.map(({ reference }) => reference).toSorted()
    const asked = { reference: first ?? '', viewer: one, workingDays: 2, reason: '等回复。' }
    await requestExtension(asked, database)
    await releaseCase({ reference: first ?? '', viewer: one }, database)
    expect(await takeNextCase({ viewer: one }, database)).toEqual({ reference: second })
    expect(await takeNextCase({ viewer: one }, database)).toBeNull()
    expect(await takeNextCase({ viewer: supervisor }, database)).toEqual({ reference: first })
  })
})

async function viewsOf(applicationId: string): Promise<(string | null)[]> {
  const rows = await database.db
    .select({ purpose: auditEvents.purpose })
    .from(auditEvents)
    .where(and(eq(auditEvents.applicationId, applicationId), eq(auditEvents.action, 'case-viewed')))
  return rows.map(({ purpose }) => purpose)
}
