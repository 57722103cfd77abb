import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applicationEvents, applications, auditEvents, notifications } from '@/db/schema'
import { aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { time } from '@/lib/deadlines/rules/test-office'
import { findSession, type StaffViewer, sendOneTimeCode, startSession } from '@/lib/identity'
import { aDraft, anOpenOffice } from '../drafts/testing'
import { goodAnswers } from '../form/testing'
import { submitApplication } from '../submit-application'
import { assistedResident, endAssistance, sendAssistanceCode, startAssistance } from '.'

const phone = '139 0000 0031'
const stored = '+8613900000031'
const language = 'zh-CN' as const

let database: TestDatabase
let officer: StaffViewer

beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(time('Mon 9 Mar 2026 10:00'))
  await anOpenOffice(database.db)
  officer = await signedIn(await aStaffMember(database.db))
})
afterAll(() => database.drop())

/** With a session that is really kept, as an assistance belongs to one. */
async function signedIn({ staffId }: StaffViewer): Promise<StaffViewer> {
  const viewer = await findSession(await startSession({ staffId }, database), database)
  if (viewer?.kind !== 'staff') throw new Error('the session is there')
  return viewer
}

async function newestCode(template: string): Promise<string> {
  const sent = await database.db
    .select()
    .from(notifications)
    .where(eq(notifications.template, template))
    .orderBy(desc(notifications.createdAt))
  return String(sent.find(({ recipient }) => recipient === stored)?.values.code ?? '')
}

async function begin(viewer = officer, at = 'Mon 9 Mar 2026 10:00'): Promise<void> {
  await database.travelTo(time(at))
  await sendAssistanceCode({ viewer, phone, language }, database)
  const code = await newestCode('be-assisted-code')
  const started = await startAssistance({ viewer, phone, language, code }, database)
  if (!started.ok) throw new Error(started.failure)
}

const helped = (viewer = officer) => assistedResident({ viewer }, database)

describe('help at the counter', () => {
  test('opens the form for the resident who gave their code, in this session only, and is logged', async () => {
    expect(await helped()).toBeNull()
    await begin()
    const resident = await helped()
    expect(resident).toMatchObject({
      kind: 'resident',
      phone: stored,
      assistedBy: { staffId: officer.staffId },
    })
    const elsewhere = await signedIn(officer)
    expect(await helped(elsewhere)).toBeNull()
    const logged = await database.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'resident-assisted'), eq(auditEvents.staffId, officer.staffId)))
    expect(logged).toHaveLength(1)
  })

  test('ends when the officer ends it, and by itself after an hour', async () => {
    await begin(officer, 'Mon 9 Mar 2026 11:30')
    await endAssistance({ viewer: officer }, database)
    expect(await helped()).toBeNull()
    await begin(officer, 'Mon 9 Mar 2026 12:30')
    await database.travelTo(time('Mon 9 Mar 2026 13:29'))
    expect(await helped()).not.toBeNull()
    await database.travelTo(time('Mon 9 Mar 2026 13:31'))
    expect(await helped()).toBeNull()
  })

  test('is refused without the resident’s code, and to whoever works at no counter', async () => {
    await database.travelTo(time('Tue 10 Mar 2026 09:00'))
    await sendAssistanceCode({ viewer: officer, phone, language }, database)
    const code = await newestCode('be-assisted-code')
    const wrong = code === '000000' ? '111111' : '000000'
    expect(await startAssistance({ viewer: officer, phone, language, code: wrong }, database)).toMatchObject({
      failure: 'wrong-code',
    })
    expect(await helped()).toBeNull()
    // A code to sign in with opens no form at a counter.
    await sendOneTimeCode({ purpose: 'sign-in', phone: stored, language }, database)
    const other = await newestCode('sign-in-code')
    if (other !== code) {
      expect(
        await startAssistance({ viewer: officer, phone, language, code: other }, database),
      ).toMatchObject({
        failure: 'wrong-code',
      })
    }
    for (const role of ['county', 'administrator', 'auditor'] as const) {
      const viewer = await signedIn(await aStaffMember(database.db, { role }))
      expect(await sendAssistanceCode({ viewer, phone, language }, database)).toMatchObject({
        failure: 'not-your-role',
      })
    }
  })

  test('leaves an application that the resident signed, with the same clock, marked with who typed it', async () => {
    await begin(officer, 'Wed 11 Mar 2026 10:00')
    const resident = await helped()
    if (!resident) throw new Error('somebody is helped')
    const draftId = await aDraft(database.db, { viewer: resident, answers: goodAnswers })
    await sendOneTimeCode({ purpose: 'sign-application', phone: stored, language }, database)
    const code = await newestCode('sign-application-code')
    const submitted = await submitApplication(
      { draftId, viewer: resident, typedName: '李婷', code, forAnotherChild: false },
      database,
    )
    expect(submitted).toMatchObject({ ok: true })
    const [application] = await database.db.select().from(applications).where(eq(applications.id, draftId))
    expect(application).toMatchObject({
      status: 'accepted',
      appliedBy: 'self',
      assistedById: officer.staffId,
    })
    const [event] = await database.db
      .select()
      .from(applicationEvents)
      .where(and(eq(applicationEvents.applicationId, draftId), eq(applicationEvents.name, 'submit')))
    expect(event).toMatchObject({ actor: 'resident', details: { assistedBy: officer.staffNumber } })
  })

  test('cannot be made longer in the database', async () => {
    await expect(
      database.app`update assistances set ends_at = started_at + interval '2 hours'`,
    ).rejects.toThrow(/an_assistance_lasts_an_hour_at_most/)
  })
})
