import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { staff } from '@/db/schema'
import { anAcceptedCase, aStaffMember, type TestCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { claimCase, withdrawApplication } from '@/lib/applications'
import { aResident } from '@/lib/applications/drafts/testing'
import { findRunningDeadline } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { officeQueue } from '@/lib/supervision'
import {
  answerMessages,
  countMessagesToAnswer,
  LONGEST_MESSAGE,
  markMessagesRead,
  messagesOfCase,
  messagesToAnswer,
  settleMessages,
  waitingMessage,
  writeToOffice,
} from './index'

let database: TestDatabase
let officer: StaffViewer
let colleague: StaffViewer
beforeAll(async () => {
  database = await createTestDatabase()
  officer = await anOfficerWithAddress()
  colleague = await anOfficerWithAddress()
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:00:00+08:00')))

/** The end of the next working day after Tuesday 24 November 2026. */
const answerBy = new Date('2026-11-25T17:30:00+08:00')

async function anOfficerWithAddress(): Promise<StaffViewer> {
  const viewer = await aStaffMember(database.db)
  const email = `${viewer.staffId}@example.cn`
  await database.db.update(staff).set({ email }).where(eq(staff.id, viewer.staffId))
  return viewer
}

const write = ({ reference, resident }: TestCase, text = '请问还要带什么去领证明？') =>
  writeToOffice({ reference, viewer: resident, text }, database)
const answer = ({ reference }: TestCase, { viewer = officer, text = '不用带任何材料。' } = {}) =>
  answerMessages({ reference, viewer, text }, database)
const lettersOf = ({ id }: TestCase) => messagesOfCase(database.db, { applicationId: id })
const readBy = ({ id }: TestCase, by: 'resident' | 'office') =>
  markMessagesRead(database.db, { applicationId: id, by })
const eventsOf = async ({ id }: TestCase) =>
  (
    await database.app`select name, note, details from application_events where application_id = ${id}
      and name in ('resident-wrote', 'office-wrote', 'message-settled') order by id`
  ).map(({ name }) => name)
const mailTo = async ({ staffId }: StaffViewer) =>
  (await database.app`select template from notifications where staff_id = ${staffId}`).length
const toldApplicant = async ({ id }: TestCase) =>
  (
    await database.app`select from notifications
      where application_id = ${id} and template = 'message-from-office'`
  ).length

describe('what the applicant writes', () => {
  test('is kept sealed, promised an answer, and stops no clock', async () => {
    const it = await anAcceptedCase(database.db)
    const before = await findRunningDeadline(database.db, { applicationId: it.id })
    expect(await write(it)).toEqual({ ok: true, value: { answerBy } })
    expect(await findRunningDeadline(database.db, { applicationId: it.id })).toEqual(before)
    const [stored] = await database.app`select text from messages where application_id = ${it.id}`
    expect(stored?.text).toMatch(/^v1\./)
    expect(await lettersOf(it)).toMatchObject([
      { sender: 'resident', text: '请问还要带什么去领证明？', answerBy },
    ])
    expect(await eventsOf(it)).toEqual(['resident-wrote'])
  })

  test('reaches the first contact alone, and a second word is no second alarm until the first was read', async () => {
    const it = await anAcceptedCase(database.db)
    await claimCase({ ...it, viewer: officer }, database)
    const [before, others] = [await mailTo(officer), await mailTo(colleague)]
    await write(it, '一')
    await write(it, '二')
    expect(await mailTo(officer)).toBe(before + 1)
    await readBy(it, 'office')
    await write(it, '三')
    expect(await mailTo(officer)).toBe(before + 2)
    expect(await mailTo(colleague)).toBe(others)
  })

  test('is one message when the form is sent twice at once', async () => {
    const it = await anAcceptedCase(database.db)
    const both = await Promise.all([write(it), write(it)])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await lettersOf(it)).toHaveLength(1)
  })

  test('may come after the end of the case, and is found though the case has left the queue', async () => {
    const own = await aStaffMember(database.db, { officeCodes: ['420202007'] })
    const open = await anAcceptedCase(database.db, { officeCode: '420202007' })
    const ended = await anAcceptedCase(database.db, { officeCode: '420202007' })
    await withdrawApplication({ ...ended, viewer: ended.resident }, database)
    await write(open)
    await write(ended)
    const { rows } = await officeQueue({ viewer: own }, database)
    expect(rows.map(({ reference, flags }) => ({ reference, flags }))).toEqual([
      { reference: open.reference, flags: ['message'] },
    ])
    expect(await countMessagesToAnswer({ viewer: own }, database)).toBe(2)
    const waiting = await messagesToAnswer({ viewer: own }, database)
    expect(waiting.map(({ reference }) => reference).sort()).toEqual([open.reference, ended.reference].sort())
  })

  test.each([
    ['', 'text-missing'],
    [' \n ', 'text-missing'],
    ['字'.repeat(LONGEST_MESSAGE + 1), 'too-long'],
    ['一\u0000二', 'forbidden-character'],
    ['李\udfff', 'forbidden-character'],
  ])('says something that can be kept: %j', async (text, failure) => {
    const it = await anAcceptedCase(database.db)
    expect(await write(it, text)).toMatchObject({ ok: false, failure })
    expect(await lettersOf(it)).toEqual([])
  })

  test("is about one's own case: another's is as if it did not exist", async () => {
    const it = await anAcceptedCase(database.db)
    const stranger = await aResident(database.db)
    const tried = await writeToOffice({ ...it, viewer: stranger, text: '你好' }, database)
    expect(tried).toMatchObject({ ok: false, failure: 'case-not-found' })
  })

  test('is twenty times a day at most', async () => {
    const it = await anAcceptedCase(database.db)
    for (let count = 1; count <= 20; count += 1) expect((await write(it, `第 ${count} 条`)).ok).toBe(true)
    expect(await write(it, '还有')).toMatchObject({ ok: false, failure: 'too-many', details: { most: 20 } })
  })
})

describe('what the office writes', () => {
  test('settles everything that waited, with a name, and tells the applicant once until they look', async () => {
    const it = await anAcceptedCase(database.db)
    await write(it, '一')
    await write(it, '二')
    await answer(it)
    await answer(it, { text: '补充一句。' })
    const letters = await lettersOf(it)
    expect(letters.map(({ sender }) => sender)).toEqual(['resident', 'resident', 'office', 'office'])
    expect(letters[2]).toMatchObject({ staffName: '经办人', readAt: null })
    expect(waitingMessage(letters)).toBeNull()
    expect(await toldApplicant(it)).toBe(1)
    await readBy(it, 'resident')
    await answer(it, { text: '又一句。' })
    expect(await toldApplicant(it)).toBe(2)
  })

  test('makes whoever writes it the contact of a case that nobody had taken', async () => {
    const it = await anAcceptedCase(database.db)
    await write(it)
    await answer(it)
    await answer(it, { viewer: colleague, text: '补充一句。' })
    const [row] = await database.app`select first_contact_id from applications where id = ${it.id}`
    expect(row?.first_contact_id).toBe(officer.staffId)
  })

  test('comes from its own office and from no party to the case', async () => {
    const it = await anAcceptedCase(database.db, { idNumber: '420202199003070023' })
    const elsewhere = await aStaffMember(database.db, { officeCodes: ['420202007'] })
    const county = await aStaffMember(database.db, { role: 'county' })
    const party = await aStaffMember(database.db, { idNumber: '420202199003070023' })
    expect(await answer(it, { viewer: elsewhere })).toMatchObject({ failure: 'other-office' })
    expect(await answer(it, { viewer: county })).toMatchObject({ failure: 'not-your-role' })
    expect(await answer(it, { viewer: party })).toMatchObject({ failure: 'party-to-the-case' })
    expect(await lettersOf(it)).toEqual([])
  })

  test('may be that no answer is needed, which is noted once', async () => {
    const it = await anAcceptedCase(database.db)
    await write(it, '谢谢！')
    const settle = () => settleMessages({ reference: it.reference, viewer: officer }, database)
    expect((await settle()).ok).toBe(true)
    expect(await settle()).toMatchObject({ ok: false, failure: 'nothing-waits' })
    expect(waitingMessage(await lettersOf(it))).toBeNull()
    expect(await eventsOf(it)).toEqual(['resident-wrote', 'message-settled'])
    expect(await toldApplicant(it)).toBe(0)
  })
})

describe('an applicant for whom a proxy applied', () => {
  test('writes to the office as the proxy does', async () => {
    const it = await anAcceptedCase(database.db)
    const applicant = await aResident(database.db)
    await database.owner`update applications
      set applied_by = 'proxy', proxy_relation = 'relative', mandate = 'own-phone',
        principal_resident_id = ${applicant.residentId}
      where id = ${it.id}`
    for (const viewer of [applicant, it.resident]) {
      const sent = await writeToOffice({ reference: it.reference, viewer, text: '请问还要多久？' }, database)
      expect(sent).toMatchObject({ ok: true })
    }
  })
})

describe('whoever writes past the service', () => {
  test('changes no word that was written', async () => {
    const it = await anAcceptedCase(database.db)
    await write(it)
    await expect(
      database.owner`update messages set text = 'v1.x' where application_id = ${it.id}`,
    ).rejects.toMatchObject({ constraint_name: 'a_message_stays_as_sent' })
  })

  test("writes nothing in another resident's name", async () => {
    const it = await anAcceptedCase(database.db)
    const stranger = await aResident(database.db)
    await expect(
      database.owner`insert into messages (application_id, sender, resident_id, office_code, text, answer_by)
        values (${it.id}, 'resident', ${stranger.residentId}, '420202006', 'x', service_now())`,
    ).rejects.toMatchObject({ constraint_name: 'a_message_comes_from_its_applicant' })
  })
})
