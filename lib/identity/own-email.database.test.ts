import { afterAll, beforeAll, expect, test } from 'vitest'
import { personalLookup } from '@/db/personal-data'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aResident } from '@/lib/applications/drafts/testing'
import { preferencesOf } from '@/lib/notifications'
import { askToConfirmEmail, keepConfirmedEmail, removeEmail } from './own-email'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('an e-mail address counts once its owner typed the code that went there, and until they take it back', async () => {
  const viewer = await aResident(database.db)
  const email = 'li.ting@example.cn'
  await askToConfirmEmail({ viewer, email, language: 'zh-CN', address: 'desk' }, database)
  const lookup = personalLookup({ kind: 'email', value: email })
  const sent = await database.db.query.notifications.findMany({
    where: (row, { eq }) => eq(row.recipientLookup, lookup),
  })
  expect(sent).toMatchObject([{ channel: 'email', template: 'confirm-email-code' }])
  const code = sent[0]?.values.code ?? ''
  const wrong = code === '000000' ? '000001' : '000000'
  expect(await keepConfirmedEmail({ viewer, email, code: wrong }, database)).toMatchObject({
    failure: 'wrong-code',
  })
  expect(await preferencesOf({ viewer }, database)).toMatchObject({ email: null })
  expect(await keepConfirmedEmail({ viewer, email: 'other@example.cn', code }, database)).toMatchObject({
    failure: 'no-code',
  })
  expect(await keepConfirmedEmail({ viewer, email, code }, database)).toMatchObject({ ok: true })
  expect(await preferencesOf({ viewer }, database)).toMatchObject({ email, emailFor: 'everything' })
  await removeEmail({ viewer }, database)
  expect(await preferencesOf({ viewer }, database)).toMatchObject({ email: null, emailFor: 'nothing' })
})
