import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notifications, staff } from '@/db/schema'
import { anAcceptedCase, aStaffMember, type TestCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { claimCase, requestCorrection, transferApplication } from '@/lib/applications'
import { fileComplaint } from '@/lib/complaints'
import { registerApplication } from '@/lib/decisions'
import type { StaffRole, StaffViewer } from '@/lib/identity'
import { carryOutDueDeadlines } from '../carry-out-due-deadlines'
import { time } from '../rules/test-office'
import { remindStaff } from './remind-staff'
import { sendReminders } from './send-reminders'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const offices = [
  '420202005',
  '420202006',
  '420202007',
  '420202070',
  '420202400',
  '420203007',
  '420203008',
  '420203009',
  '420203010',
]

/** Each story has an office of its own, with its people and their addresses. */
async function anOffice() {
  const officeCode = offices.pop()
  if (!officeCode) throw new Error('there are more stories than offices')
  const member = (role: StaffRole) => aMemberWithAddress(role, officeCode)
  return {
    officeCode,
    officer: await member('officer'),
    colleague: await member('officer'),
    supervisor: await member('supervisor'),
    county: await member('county'),
  }
}

async function aMemberWithAddress(role: StaffRole, officeCode: string): Promise<StaffViewer> {
  const viewer = await aStaffMember(database.db, { role, officeCodes: [officeCode] })
  const email = `${viewer.staffId}@example.cn`
  await database.db.update(staff).set({ email }).where(eq(staff.id, viewer.staffId))
  return viewer
}

async function mailTo({ staffId }: StaffViewer): Promise<string[]> {
  const rows = await database.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.staffId, staffId), eq(notifications.channel, 'email')))
    .orderBy(asc(notifications.createdAt))
  return rows.map(({ template, values }) => `${template} ${values.count}`)
}

async function messagesTo({ id }: TestCase, template: string): Promise<number> {
  const rows = await database.app`
    select from notifications where application_id = ${id} and template = ${template}`
  return rows.length
}

const remind = () => sendReminders(database)

test('the officer is told when a case turns amber, the supervisor when red, the county after the lapse: once each', async () => {
  const { officeCode, officer, colleague, supervisor, county } = await anOffice()
  await database.travelTo(time('Mon 9 Mar 2026 10:00'))
  const { reference } = await anAcceptedCase(database.db, { officeCode })
  await claimCase({ reference, viewer: officer }, database)
  await database.travelTo(time('Wed 11 Mar 2026 08:29'))
  await remind()
  expect(await mailTo(officer)).toEqual([])
  await database.travelTo(time('Wed 11 Mar 2026 08:30'))
  await remind()
  await remind()
  expect(await mailTo(officer)).toEqual(['deadline-amber 1'])
  await database.travelTo(time('Thu 12 Mar 2026 08:30'))
  await remind()
  await remind()
  expect(await mailTo(supervisor)).toEqual(['deadline-red 1'])
  await database.travelTo(time('Thu 12 Mar 2026 17:31'))
  await remind()
  expect(await mailTo(county)).toEqual([])
  await carryOutDueDeadlines({}, database)
  await remind()
  await remind()
  expect(await mailTo(county)).toEqual(['deadline-lapsed-county 1'])
  expect(await mailTo(officer)).toEqual(['deadline-amber 1'])
  expect(await mailTo(colleague)).toEqual([])
})

test('a case that nobody has taken concerns every officer of its office', async () => {
  const { officeCode, officer, colleague, supervisor } = await anOffice()
  await database.travelTo(time('Mon 16 Mar 2026 10:00'))
  await anAcceptedCase(database.db, { officeCode })
  await database.travelTo(time('Wed 18 Mar 2026 09:00'))
  await remind()
  expect(await mailTo(officer)).toEqual(['deadline-amber 1'])
  expect(await mailTo(colleague)).toEqual(['deadline-amber 1'])
  expect(await mailTo(supervisor)).toEqual([])
})

test('many cases are one message, and a second message of the kind waits for the next day', async () => {
  const { officeCode, officer } = await anOffice()
  await database.travelTo(time('Mon 23 Mar 2026 10:00'))
  for (let count = 0; count < 3; count += 1) await anAcceptedCase(database.db, { officeCode })
  await database.travelTo(time('Wed 25 Mar 2026 09:00'))
  await remind()
  expect(await mailTo(officer)).toEqual(['deadline-amber 3'])
  await database.travelTo(time('Tue 24 Mar 2026 10:00'))
  await anAcceptedCase(database.db, { officeCode })
  await database.travelTo(time('Wed 25 Mar 2026 23:59'))
  await remind()
  expect(await mailTo(officer)).toEqual(['deadline-amber 3'])
  await database.travelTo(time('Thu 26 Mar 2026 08:30'))
  await remind()
  expect(await mailTo(officer)).toEqual(['deadline-amber 3', 'deadline-amber 1'])
})

test('a round that is killed halfway leaves neither mark nor message, and the next tells once', async () => {
  const { officeCode, officer } = await anOffice()
  await database.travelTo(time('Mon 30 Mar 2026 10:00'))
  const { id } = await anAcceptedCase(database.db, { officeCode })
  await database.travelTo(time('Wed 1 Apr 2026 09:00'))
  await database.owner`
    create function killed() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`
  await database.owner`create trigger killed before insert on notifications execute function killed()`
  await expect(remind()).rejects.toThrow()
  await database.owner`drop trigger killed on notifications`
  const [clock] = await database.app`select reminded_amber_at from deadlines where application_id = ${id}`
  expect(clock).toEqual({ reminded_amber_at: null })
  expect(await mailTo(officer)).toEqual([])
  await remind()
  expect(await mailTo(officer)).toEqual(['deadline-amber 1'])
})

test('two workers at once tell once', async () => {
  const { officeCode, officer } = await anOffice()
  await database.travelTo(time('Mon 13 Apr 2026 10:00'))
  await anAcceptedCase(database.db, { officeCode })
  await database.travelTo(time('Wed 15 Apr 2026 09:00'))
  const rounds = await Promise.all(
    Array.from({ length: 6 }, () => remindStaff({ escalation: 'amber' }, database)),
  )
  expect(rounds.filter(({ people }) => people > 0)).toHaveLength(1)
  expect(await mailTo(officer)).toEqual(['deadline-amber 1'])
})

test('whoever left no address is not written to, and the escalation is recorded all the same', async () => {
  const { officeCode } = await anOffice()
  await database.app`update staff set email = null where id in (
    select staff_id from staff_offices where office_code = ${officeCode})`
  await database.travelTo(time('Mon 20 Apr 2026 10:00'))
  const { id } = await anAcceptedCase(database.db, { officeCode })
  await database.travelTo(time('Wed 22 Apr 2026 09:00'))
  await remind()
  const [clock] = await database.app`
    select reminded_amber_at is not null as recorded from deadlines where application_id = ${id}`
  expect(clock).toEqual({ recorded: true })
})

test('an applicant is reminded three working days before a correction closes, and one before', async () => {
  const { officeCode, officer } = await anOffice()
  await database.travelTo(time('Mon 1 Jun 2026 10:00'))
  const asked = await anAcceptedCase(database.db, { officeCode })
  const items = [{ field: 'address', what: '请写明门牌号' } as const]
  const sent = await requestCorrection({ reference: asked.reference, viewer: officer, items }, database)
  expect(sent).toMatchObject({ ok: true, value: { answerBy: time('Tue 23 Jun 2026 17:30') } })
  const reminded = async (now: string) => {
    await database.travelTo(time(now))
    await remind()
    await remind()
    return messagesTo(asked, 'correction-reminder')
  }
  expect(await reminded('Wed 17 Jun 2026 08:29')).toBe(0)
  expect(await reminded('Wed 17 Jun 2026 08:30')).toBe(1)
  expect(await reminded('Mon 22 Jun 2026 08:29')).toBe(1)
  expect(await reminded('Mon 22 Jun 2026 08:30')).toBe(2)
  expect(await reminded('Tue 23 Jun 2026 12:00')).toBe(2)
  await database.travelTo(time('Tue 23 Jun 2026 17:31'))
  await carryOutDueDeadlines({}, database)
  await remind()
  expect(await messagesTo(asked, 'correction-reminder')).toBe(2)
})

test('a case that comes from another office is new to the officers who get it', async () => {
  const from = await anOffice()
  await database.travelTo(time('Mon 6 Jul 2026 10:00'))
  const { reference } = await anAcceptedCase(database.db, { officeCode: from.officeCode })
  await database.travelTo(time('Wed 8 Jul 2026 09:00'))
  await remind()
  const to = await aStaffMember(database.db, { officeCodes: ['420222100'] })
  await database.db.update(staff).set({ email: 'to@example.cn' }).where(eq(staff.id, to.staffId))
  const moved = { reference, viewer: from.officer, toOfficeCode: '420222100', reason: '居住地在该镇' }
  expect((await transferApplication(moved, database)).ok).toBe(true)
  await remind()
  expect(await mailTo(to)).toEqual(['deadline-amber 1'])
})

test('a complaint is told of before its time is over: to a supervisor without a hand in the case, or to the county where there is none', async () => {
  const { officeCode, supervisor, county } = await anOffice()
  await database.travelTo(time('Mon 9 Mar 2026 10:00'))
  const { reference, resident } = await anAcceptedCase(database.db, { officeCode })
  await registerApplication({ reference, viewer: supervisor }, database)
  await fileComplaint({ reference, viewer: resident, text: '没有人接电话。' }, database)
  await database.travelTo(time('Fri 13 Mar 2026 08:29'))
  await remind()
  expect(await mailTo(county)).toEqual(['complaint-to-answer undefined'])
  await database.travelTo(time('Fri 13 Mar 2026 08:30'))
  await remind()
  await remind()
  expect(await mailTo(county)).toEqual(['complaint-to-answer undefined', 'complaint-amber 1'])
  const colleague = await aMemberWithAddress('supervisor', officeCode)
  await database.travelTo(time('Mon 16 Mar 2026 08:30'))
  await remind()
  await remind()
  expect(await mailTo(colleague)).toEqual(['complaint-red 1'])
  expect(await mailTo(supervisor)).toEqual([])
})
