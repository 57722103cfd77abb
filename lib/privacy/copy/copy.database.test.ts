import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAcceptedCase, aStaffMember, type TestCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aDraft } from '@/lib/applications/drafts/testing'
import { recordView } from '@/lib/audit'
import { activeSigningKey } from '@/lib/certificates'
import { renderSheets } from '@/lib/certificates/paper'
import { fileComplaint } from '@/lib/complaints'
import { registerApplication } from '@/lib/decisions'
import { objectToPhoneChange, reviewPhoneChange } from '@/lib/identity'
import { anOffice, inPhoneWorld } from '@/lib/identity/phone/testing'
import { writeToOffice } from '@/lib/messages'
import { askAbout } from '@/lib/verification/testing/ask-about'
import enWords from '@/messages/en/data-copy.json'
import zhWords from '@/messages/zh-CN/data-copy.json'
import { askForCopy, mayFetchCopy } from '../ask-for-copy'
import { copyOfEverything } from './copy-of-everything'
import { readableCopy } from './readable-copy'

let test: TestDatabase
let somebody: TestCase
let somebodyElse: TestCase

beforeAll(async () => {
  test = await createTestDatabase()
  const { db } = test
  const officer = await aStaffMember(db)
  somebody = await anAcceptedCase(db, { withOtherParent: true })
  somebodyElse = await anAcceptedCase(db)
  const { reference, resident: viewer } = somebody
  await writeToOffice({ reference, viewer, text: '搬家了 👶\n第二行' }, { db })
  await writeToOffice({ ...somebodyElse, viewer: somebodyElse.resident, text: '别人的话' }, { db })
  await fileComplaint({ reference, viewer, text: '太慢' }, { db })
  await aDraft(db, { viewer, answers: { address: { detail: '草稿里的地址' } } })
  await recordView(db, {
    viewer: officer,
    application: { id: somebody.id, officeCode: '420202006' },
    purpose: 'handle-case',
  })
  await db.transaction(transaction => activeSigningKey(transaction))
  await registerApplication({ reference, viewer: officer }, { db })
  const [certificate] = await test.app<{ token: string }[]>`select token from certificates`
  await askAbout({ question: { token: certificate?.token ?? '' }, channel: 'page', purpose: '入职' }, { db })
})
afterAll(() => test.drop())

it('the copy has everything that is kept about a person, and nothing of anybody else', async () => {
  const copy = await copyOfEverything(test.db, { viewer: somebody.resident })
  const json = JSON.stringify(copy)
  for (const text of [
    somebody.resident.phone,
    somebody.reference,
    '李婷',
    '天津路社区 12 号',
    '搬家了',
    '太慢',
    '草稿里的地址',
    '入职',
    '经办人',
  ]) {
    expect(json).toContain(text)
  }
  expect(copy.applications[0]).toMatchObject({
    status: 'registered',
    consent: { sensitiveDataConsentAt: expect.any(Date), consentWithdrawnAt: null },
    whoLooked: [{ purpose: 'handle-case' }],
    certificates: [{ certificateStatus: 'valid', verifications: [{ channel: 'page' }] }],
  })
  expect(copy.notifications.length).toBeGreaterThan(1)
  expect(json).not.toContain('别人的话')
  expect(json).not.toContain(somebodyElse.reference)
})

it('every field of the copy has a name that people understand', async () => {
  const copy = await copyOfEverything(test.db, { viewer: somebody.resident })
  const { sheets } = readableCopy({ copy, language: 'en' })
  const terms = sheets.map(line => (line.kind === 'row' ? line.term : line.text.replace(/ \d+$/, '')))
  expect(terms.filter(term => /^[a-z]+[A-Z]/.test(term))).toEqual([])
  const keys = Object.keys(enWords.key)
  expect(Object.keys(copy.applications[0] ?? {}).filter(key => !keys.includes(key))).toEqual([])
})

it('the copy tells of a phone changed at a counter, that its owner objected and when, and of nobody’s looks but looks', async () => {
  const { db } = test
  const { lost, change } = await anOffice(test)
  await change()
  const secret = await inPhoneWorld(() => test).secretSentTo(lost.resident.phone)
  expect(await objectToPhoneChange({ secret }, { db })).toMatchObject({ ok: true })
  const [row] = await test.app`select id from phone_changes where resident_id = ${lost.resident.residentId}`
  const auditor = await aStaffMember(db, { role: 'auditor', officeCodes: [] })
  await reviewPhoneChange({ viewer: auditor, changeId: String(row?.id) }, { db })
  const county = await aStaffMember(db, { role: 'county' })
  const application = { id: lost.id, officeCode: '420202006' }
  await recordView(db, { viewer: county, application, purpose: 'answer-complaint' })

  const copy = await copyOfEverything(db, { viewer: lost.resident })
  expect(copy.account.phoneChanges).toMatchObject([
    { way: 'office', office: expect.any(String), objectedAt: expect.any(Date), settledAt: null },
  ])
  expect(copy.applications[0]?.whoLooked).toMatchObject([
    { purpose: 'answer-complaint', role: 'county', office: null },
    { purpose: 'change-phone', role: 'officer', office: expect.any(String) },
  ])
  const { sheets } = readableCopy({ copy, language: 'zh-CN' })
  const rows = sheets.flatMap(line => (line.kind === 'row' ? [line] : []))
  expect(rows).toContainEqual({ kind: 'row', term: zhWords.key.way, text: zhWords.valueIn.way.office })
  expect(rows.map(({ term }) => term)).toContain(zhWords.key.objectedAt)
  expect(rows.filter(({ text }) => /^[a-z]+([-_][a-z]+)*$/.test(text))).toEqual([])
})

it('the copy prints, emoji included, over as many pages as it takes', async () => {
  const copy = await copyOfEverything(test.db, { viewer: somebody.resident })
  const pdf = await renderSheets(readableCopy({ copy, language: 'zh-CN' }))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})

it('only whoever asked for a copy fetches it, and only within an hour', async () => {
  const { db } = test
  const asked = await askForCopy({ viewer: somebody.resident }, { db })
  const requestId = asked.ok ? asked.value.requestId : ''
  expect(await mayFetchCopy(db, { viewer: somebody.resident, requestId })).toBe(true)
  expect(await mayFetchCopy(db, { viewer: somebodyElse.resident, requestId })).toBe(false)
  expect(await mayFetchCopy(db, { viewer: somebody.resident, requestId: 'x' })).toBe(false)
  const [row] = await test.app`select service_now() + interval '61 minutes' as at`
  await test.travelTo(row?.at as Date)
  expect(await mayFetchCopy(db, { viewer: somebody.resident, requestId })).toBe(false)
})
