import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applicationEvents, applications, commitmentVersions } from '@/db/schema'
import type { DraftAnswers } from '@/db/schema/applications'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { type ResidentViewer, sendOneTimeCode } from '@/lib/identity'
import { latestNotifications } from '@/lib/notifications'
import { saveAnswer } from './drafts'
import { aDraft, anOpenOffice, aResident } from './drafts/testing'
import { goodAnswers, otherParentAnswers } from './form/testing'
import { submitApplication } from './submit-application'

let database: TestDatabase
let viewer: ResidentViewer
let draftId: string
beforeAll(async () => {
  database = await createTestDatabase()
  await anOpenOffice(database.db)
})
afterAll(() => database.drop())

beforeEach(async () => {
  await database.travelTo(new Date('2026-11-24T10:41:00+08:00'))
  viewer = await aResident(database.db)
  draftId = await aDraft(database.db, { viewer, answers: goodAnswers })
})

/** Asks for a code and reads it from the phone. */
async function aCode(): Promise<string> {
  const { phone } = viewer
  await sendOneTimeCode({ purpose: 'sign-application', phone, language: 'zh-CN' }, database)
  const [message] = await latestNotifications(
    { limit: 1, phone },
    { db: database.db, publicUrl: 'http://localhost' },
  )
  return message?.code ?? ''
}

function submit(changed: Partial<Parameters<typeof submitApplication>[0]> & { code: string }) {
  return submitApplication(
    { draftId, viewer, typedName: '李婷', forAnotherChild: false, ...changed },
    database,
  )
}

async function row(id = draftId) {
  const [application] = await database.db.select().from(applications).where(eq(applications.id, id))
  return application
}

const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

describe('a draft that is signed', () => {
  test('is accepted on the spot', async () => {
    const submitted = await submit({ code: await aCode() })
    expect(submitted).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({
      status: 'accepted',
      reference: submitted.ok && submitted.value.reference,
    })
  })

  test('by a proxy, with another parent and a child that is born', async () => {
    const answers: DraftAnswers = {
      ...goodAnswers,
      ...otherParentAnswers,
      'who-applies': { who: 'hospital-desk' },
      proxy: { name: '王芳', mandate: 'written' },
      stage: { stage: 'born' },
      child: { 'birthDate-year': '2026', 'birthDate-month': '11', 'birthDate-day': '3' },
    }
    const id = await aDraft(database.db, { viewer, answers })
    const code = await aCode()
    expect(await submit({ draftId: id, code })).toMatchObject({ failure: 'signature-differs' })
    expect(await submit({ draftId: id, code, typedName: '王芳' })).toMatchObject({ ok: true })
    expect(await row(id)).toMatchObject({
      appliedBy: 'proxy',
      proxyRelation: 'hospital-desk',
      stage: 'born',
      childBirthDate: '2026-11-03',
    })
  })

  test('twice at once is one application, and both answers lead to it', async () => {
    const code = await aCode()
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit({ code })))
    const references = answers.map(answer => (answer.ok ? answer.value.reference : answer.failure))
    expect(new Set(references).size).toBe(1)
    expect(references[0]).toBe((await row())?.reference)
    const events = await database.db
      .select()
      .from(applicationEvents)
      .where(and(eq(applicationEvents.applicationId, draftId), eq(applicationEvents.name, 'submit')))
    expect(events).toHaveLength(1)
  })

  test('again later leads to the same application, whatever the code', async () => {
    const first = await submit({ code: await aCode() })
    expect(await submit({ code: '' })).toEqual(first)
    expect(await submit({ code: 'nonsense', typedName: 'somebody' })).toEqual(first)
  })
})

describe('a draft is not submitted', () => {
  test('by anybody else, nor one that is not there', async () => {
    const code = await aCode()
    const stranger = await aResident(database.db)
    expect(await submit({ code, viewer: stranger })).toMatchObject({ failure: 'draft-not-found' })
    for (const id of ['', 'x', '00000000-0000-0000-0000-000000000000', '\u0000']) {
      expect(await submit({ code, draftId: id })).toMatchObject({ failure: 'draft-not-found' })
    }
    expect(await row()).toMatchObject({ status: 'draft' })
  })

  test('while an answer is missing, even if the page said otherwise a moment ago', async () => {
    const code = await aCode()
    await saveAnswer({ draftId, viewer, question: 'address', typed: {} }, database)
    expect(await submit({ code })).toMatchObject({ failure: 'incomplete' })
    await saveAnswer({ draftId, viewer, question: 'address', typed: goodAnswers.address }, database)
    expect(await submit({ code })).toMatchObject({ ok: true })
  })

  test('with another name, an empty one or rubbish', async () => {
    const code = await aCode()
    const typed = [
      ['', 'signature-missing'],
      ['王芳', 'signature-differs'],
      ['李婷\u0000', 'signature-differs'],
      ['\ud800', 'signature-differs'],
      ['x'.repeat(10_000), 'signature-differs'],
    ] as const
    for (const [typedName, failure] of typed) {
      expect(await submit({ code, typedName })).toMatchObject({ failure })
    }
    expect(await submit({ code })).toMatchObject({ ok: true })
  })

  test('without a code, or with one of another form; no try is counted for these', async () => {
    await aCode()
    for (const code of ['', '12345', 'abcdef', '👶', '\u0000', '1'.repeat(10_000)]) {
      const failure = code === '' ? 'empty-code' : 'not-six-digits'
      expect(await submit({ code })).toMatchObject({ failure })
    }
  })

  test('before any code was sent', async () => {
    expect(await submit({ code: '123456' })).toMatchObject({ failure: 'no-code' })
  })

  test('with a code that has expired', async () => {
    const code = await aCode()
    await database.travelTo(new Date('2026-11-24T10:46:30+08:00'))
    expect(await submit({ code })).toMatchObject({ failure: 'expired' })
    expect(await row()).toMatchObject({ status: 'draft', draftAnswers: goodAnswers })
  })

  test('with ten wrong codes, after which the right one is of no use either', async () => {
    const code = await aCode()
    const failures: unknown[] = []
    for (let tries = 0; tries < 10; tries++) {
      const answer = await submit({ code: wrong(code) })
      failures.push(answer.ok || [answer.failure, answer.details.triesLeft])
    }
    expect(failures.slice(0, 5)).toEqual([
      ['wrong-code', 4],
      ['wrong-code', 3],
      ['wrong-code', 2],
      ['wrong-code', 1],
      ['used-up', undefined],
    ])
    expect(await submit({ code })).toMatchObject({ failure: 'used-up' })
    expect(await row()).toMatchObject({ status: 'draft', draftAnswers: goodAnswers })
  })

  test('with a code that was sent for signing in', async () => {
    const { phone } = viewer
    await sendOneTimeCode({ purpose: 'sign-in', phone, language: 'zh-CN' }, database)
    const [message] = await latestNotifications(
      { limit: 1, phone },
      { db: database.db, publicUrl: 'http://localhost' },
    )
    expect(await submit({ code: message?.code ?? '' })).toMatchObject({ failure: 'no-code' })
  })

  test('on an older text of the commitment: the new one is promised first', async () => {
    const code = await aCode()
    const [current] = await database.db.select().from(commitmentVersions)
    if (!current) throw new Error('the seed has a text')
    await database.owner`insert into commitment_versions (version, text, text_english, sha256, effective_from)
      values ('2099-1', ${current.text}, ${current.textEnglish}, ${current.sha256}, '2026-11-24')`
    expect(await submit({ code })).toMatchObject({ failure: 'incomplete' })
    await database.owner`delete from commitment_versions where version = '2099-1'`
    expect(await submit({ code })).toMatchObject({ ok: true })
  })
})

describe('an applicant with an open application', () => {
  test('is asked first, and may go on: it can be for another child', async () => {
    const first = await submit({ code: await aCode() })
    await database.travelTo(new Date('2026-11-24T11:00:00+08:00'))
    const again = await aDraft(database.db, { viewer, answers: goodAnswers })
    const code = await aCode()
    expect(await submit({ draftId: again, code })).toMatchObject({
      failure: 'open-application',
      details: { reference: first.ok && first.value.reference },
    })
    expect(await submit({ draftId: again, code, forAnotherChild: true })).toMatchObject({ ok: true })
  })

  test('is not asked because of somebody else’s application for them, which is none of this resident’s business', async () => {
    await submit({ code: await aCode() })
    viewer = await aResident(database.db)
    draftId = await aDraft(database.db, { viewer, answers: goodAnswers })
    expect(await submit({ code: await aCode() })).toMatchObject({ ok: true })
  })

  test('who presses send in two windows at once sends one', async () => {
    const other = await aDraft(database.db, { viewer, answers: goodAnswers })
    const code = await aCode()
    const answers = await Promise.all([submit({ code }), submit({ code, draftId: other })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
