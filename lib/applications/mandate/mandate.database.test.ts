import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applicationEvents, applications, notifications } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { time } from '@/lib/deadlines/rules/test-office'
import type { ResidentViewer } from '@/lib/identity'
import { acceptApplication } from '../accept-application'
import { applicationsOf } from '../applications-of-resident'
import { draftFrom, findDraft } from '../drafts'
import { aCompleteApplication, aDraft, anOpenOffice, aResident } from '../drafts/testing'
import { findOwnApplication } from '../find-own-application'
import { withdrawApplication } from '../withdraw-application'
import { answerMandate, askPrincipalAgain, mandateRequestsFor, reportWrongPhone } from '.'

const principalPhone = '+8613900000003'
const idEnding = '12 3523'

let database: TestDatabase
let proxy: ResidentViewer
let principal: ResidentViewer
let stranger: ResidentViewer

beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(time('Mon 9 Mar 2026 10:00'))
  await anOpenOffice(database.db)
  proxy = await aResident(database.db)
  principal = await aResident(database.db, { phone: principalPhone })
  stranger = await aResident(database.db)
})
afterAll(() => database.drop())

async function appliedByProxy(): Promise<string> {
  const draftId = await aDraft(database.db, { viewer: proxy })
  const { reference } = await database.db.transaction(transaction =>
    acceptApplication(transaction, {
      draftId,
      residentId: proxy.residentId,
      application: aCompleteApplication({ byProxy: true }),
      codeConfirmedAt: time('Mon 9 Mar 2026 09:59'),
    }),
  )
  return reference
}

const requestsOf = async (viewer: ResidentViewer) =>
  (await mandateRequestsFor({ viewer }, database)).map(({ reference }) => reference)

const mayRead = async (reference: string, viewer: ResidentViewer) =>
  (await findOwnApplication({ reference, viewer }, database)) !== null

async function rowOf(reference: string) {
  const [row] = await database.db.select().from(applications).where(eq(applications.reference, reference))
  if (!row) throw new Error('the application is there')
  return row
}

async function messagesOf(reference: string, template: string) {
  const { id } = await rowOf(reference)
  const rows = await database.db.select().from(notifications).where(eq(notifications.applicationId, id))
  return rows.filter(row => row.template === template)
}

describe('an application by a proxy', () => {
  test('tells the applicant on their own phone, without a word of the case', async () => {
    const reference = await appliedByProxy()
    const [message] = await messagesOf(reference, 'applied-for-you')
    expect(message).toMatchObject({ recipient: principalPhone, residentId: null })
    expect(await requestsOf(principal)).toContain(reference)
    expect(await requestsOf(stranger)).toEqual([])
  })

  test('is nothing to read for whoever merely holds that phone', async () => {
    const reference = await appliedByProxy()
    expect(await mayRead(reference, principal)).toBe(false)
    const wrong = await answerMandate(
      { reference, viewer: principal, idEnding: '000000', answer: 'confirm' },
      database,
    )
    expect(wrong).toMatchObject({ ok: false, failure: 'id-ending-differs' })
    expect(await mayRead(reference, principal)).toBe(false)
    const stranger_ = await answerMandate(
      { reference, viewer: stranger, idEnding, answer: 'confirm' },
      database,
    )
    expect(stranger_).toMatchObject({ ok: false, failure: 'no-request' })
  })

  test('once confirmed is the applicant’s to see, to hear of and to stop', async () => {
    const reference = await appliedByProxy()
    expect(
      await answerMandate({ reference, viewer: principal, idEnding, answer: 'confirm' }, database),
    ).toEqual({
      ok: true,
      value: { isRegistered: false },
    })
    expect(await mayRead(reference, principal)).toBe(true)
    expect(await mayRead(reference, proxy)).toBe(true)
    expect(await mayRead(reference, stranger)).toBe(false)
    const listed = await applicationsOf({ viewer: principal }, database)
    expect(listed.map(one => one.reference)).toContain(reference)
    expect(await requestsOf(principal)).not.toContain(reference)
    const again = await answerMandate({ reference, viewer: principal, idEnding, answer: 'deny' }, database)
    expect(again).toMatchObject({ ok: false, failure: 'no-request' })
  })

  test('a denied mandate takes the application back at once, and both hear of it', async () => {
    const reference = await appliedByProxy()
    await answerMandate({ reference, viewer: principal, idEnding, answer: 'deny' }, database)
    const { status, id } = await rowOf(reference)
    expect(status).toBe('withdrawn')
    const events = await database.db
      .select()
      .from(applicationEvents)
      .where(eq(applicationEvents.applicationId, id))
    expect(events.map(({ name }) => name)).toEqual(expect.arrayContaining(['mandate-denied', 'withdraw']))
    const told = async (template: string) =>
      (await messagesOf(reference, template)).map(({ recipient }) => recipient)
    expect(await told('mandate-denied')).toEqual([proxy.phone])
    expect(await told('withdrawn-without-mandate')).toEqual([principalPhone])
    expect(await told('withdrawn')).toEqual([])
  })

  test('a denied mandate is told to each in their own words', async () => {
    const reference = await appliedByProxy()
    await answerMandate({ reference, viewer: principal, idEnding, answer: 'deny' }, database)
    const toldTo = async (viewer: ResidentViewer) => {
      const found = await findOwnApplication({ reference, viewer }, database)
      const story = found?.story.map(entry => ('by' in entry ? [entry.name, entry.by] : [entry.name]))
      return { reader: found?.reader, story }
    }
    expect(await toldTo(proxy)).toEqual({
      reader: 'proxy',
      story: [
        ['end-without-mandate', 'principal'],
        ['mandate-denied', 'principal'],
        ['submit', 'you'],
      ],
    })
    expect(await toldTo(principal)).toEqual({
      reader: 'principal',
      story: [
        ['end-without-mandate', 'you'],
        ['mandate-denied', 'you'],
        ['submit', 'proxy'],
      ],
    })
  })

  test('the person concerned who applies again does so for themselves', async () => {
    const reference = await appliedByProxy()
    await answerMandate({ reference, viewer: principal, idEnding, answer: 'confirm' }, database)
    await withdrawApplication({ reference, viewer: principal }, database)
    const made = await draftFrom({ reference, viewer: principal }, database)
    if (!made.ok) throw new Error(made.failure)
    const draft = await findDraft({ draftId: made.value.draftId, viewer: principal }, database)
    if (!draft.ok) throw new Error(draft.failure)
    expect(draft.value.answers).toMatchObject({ 'who-applies': { who: 'self' }, applicant: { name: '李婷' } })
    expect(draft.value.answers).not.toHaveProperty('proxy')
  })

  test('a wrong number is forgotten, and the proxy gives the right one, once an hour', async () => {
    const reference = await appliedByProxy()
    expect((await reportWrongPhone({ reference, viewer: principal }, database)).ok).toBe(true)
    expect(await requestsOf(principal)).not.toContain(reference)
    expect(await messagesOf(reference, 'mandate-wrong-phone')).toHaveLength(1)
    const ask = (phone: string, viewer = proxy) => askPrincipalAgain({ reference, viewer, phone }, database)
    expect(await ask(proxy.phone)).toMatchObject({ ok: false, failure: 'phone-is-the-proxys' })
    expect(await ask('139 0000 0003', stranger)).toMatchObject({ ok: false, failure: 'case-not-found' })
    expect((await ask('139 0000 0003')).ok).toBe(true)
    expect(await requestsOf(principal)).toContain(reference)
    expect(await ask('139 0000 0003')).toMatchObject({ ok: false, failure: 'asked-lately' })
  })

  test('guessing the ending is slowed down like any secret', async () => {
    const reference = await appliedByProxy()
    const guess = () =>
      answerMandate({ reference, viewer: principal, idEnding: '111111', answer: 'confirm' }, database)
    const answers = []
    for (let tries = 0; tries < 7; tries++) answers.push(await guess())
    expect(answers.at(-1)).toMatchObject({ ok: false, failure: 'paused' })
    const right = await answerMandate({ reference, viewer: principal, idEnding, answer: 'confirm' }, database)
    expect(right).toMatchObject({ ok: false, failure: 'paused' })
  })

  test('the database knows no mandate without a proxy', async () => {
    const { id } = await rowOf(await appliedByProxy())
    await expect(
      database.app`update applications set applied_by = 'self', proxy_relation = null where id = ${id}`,
    ).rejects.toThrow(/only_a_proxy_acts_on_a_mandate/)
  })
})
