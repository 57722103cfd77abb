import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applicationEvents, applicationParties, notifications } from '@/db/schema'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { findOwnCertificate } from '@/lib/certificates'
import { registerApplication } from '@/lib/decisions'
import { askOtherParentAgain } from './ask-other-parent-again'
import { confirmOtherParent, findConfirmationRequest, sendConfirmationCode } from './confirm-other-parent'
import { withdrawApplication } from './withdraw-application'

let database: TestDatabase
let minute = 0
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
// Codes to one phone come a minute apart, ten an hour at most; each test has a morning of its own.
beforeEach(async () => {
  minute += 1
  await database.travelTo(new Date(Date.parse('2026-11-10T09:00:00+08:00') + minute * 24 * 3_600_000))
})

async function aCaseWithAnOtherParent() {
  const accepted = await anAcceptedCase(database.db, { withOtherParent: true })
  return { ...accepted, secret: await newestSecret(accepted.id) }
}

async function newestSecret(applicationId: string): Promise<string> {
  const [asked] = await newestMessages({ applicationId, template: 'other-parent-named' })
  return (asked?.values.link ?? '').replace('/confirm/', '')
}

async function newestMessages({ applicationId, template }: { applicationId?: string; template: string }) {
  return database.db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.template, template),
        applicationId ? eq(notifications.applicationId, applicationId) : undefined,
      ),
    )
    .orderBy(desc(notifications.createdAt))
}

async function sentCode(secret: string): Promise<string> {
  const sent = await sendConfirmationCode({ secret, language: 'zh-CN', address: '192.0.2.1' }, database)
  if (!sent.ok) throw new Error(sent.failure)
  const [message] = await newestMessages({ template: 'confirm-other-parent' })
  return message?.values.code ?? ''
}

async function otherParentOf(applicationId: string) {
  const [party] = await database.db
    .select()
    .from(applicationParties)
    .where(
      and(eq(applicationParties.applicationId, applicationId), eq(applicationParties.role, 'other_parent')),
    )
  return party
}

describe('the other parent', () => {
  test('sees who asks, masked, at which office, and nothing else', async () => {
    const { secret } = await aCaseWithAnOtherParent()
    const request = await findConfirmationRequest({ secret }, database)
    expect(request).toMatchObject({
      applicantMasked: '李*',
      phoneMasked: '139****0002',
      needsAnswer: true,
      answer: null,
    })
    expect(Object.keys(request ?? {})).toHaveLength(8)
  })

  test('confirms with the code on their own phone, and stands in the certificate then', async () => {
    const { id, secret, reference, resident } = await aCaseWithAnOtherParent()
    const confirmed = await confirmOtherParent(
      { secret, code: await sentCode(secret), answer: 'confirm' },
      database,
    )
    expect(confirmed).toMatchObject({ ok: true, value: { isRegistered: false } })
    expect(await otherParentOf(id)).toMatchObject({ objectedAt: null })
    const officer = await aStaffMember(database.db)
    const registered = await registerApplication({ reference, viewer: officer }, database)
    const number = registered.ok ? (registered.value.number ?? '') : ''
    const own = await findOwnCertificate(database.db, { number, viewer: resident })
    expect(own?.certificate.holders.map(({ name }) => name)).toEqual(['李婷', '张子畔'])
  })

  test('objects, and the certificate names the applicant alone', async () => {
    const { id, secret, reference, resident } = await aCaseWithAnOtherParent()
    const objected = await confirmOtherParent(
      { secret, code: await sentCode(secret), answer: 'object' },
      database,
    )
    expect(objected.ok).toBe(true)
    expect((await otherParentOf(id))?.confirmedAt).toBeNull()
    const officer = await aStaffMember(database.db)
    const registered = await registerApplication({ reference, viewer: officer }, database)
    const number = registered.ok ? (registered.value.number ?? '') : ''
    const own = await findOwnCertificate(database.db, { number, viewer: resident })
    expect(own?.certificate.holders.map(({ name }) => name)).toEqual(['李婷'])
  })

  test('may still confirm after the registration, and is told that it is done', async () => {
    const { secret, reference } = await aCaseWithAnOtherParent()
    const code = await sentCode(secret)
    const officer = await aStaffMember(database.db)
    await registerApplication({ reference, viewer: officer }, database)
    expect(await confirmOtherParent({ secret, code, answer: 'confirm' }, database)).toMatchObject({
      ok: true,
      value: { isRegistered: true },
    })
  })

  test('answers once; of two answers at the same moment one counts', async () => {
    const { id, secret } = await aCaseWithAnOtherParent()
    const code = await sentCode(secret)
    const answers = await Promise.all([
      confirmOtherParent({ secret, code, answer: 'confirm' }, database),
      confirmOtherParent({ secret, code, answer: 'object' }, database),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const events = await database.db
      .select()
      .from(applicationEvents)
      .where(eq(applicationEvents.applicationId, id))
    expect(events.filter(({ name }) => name.startsWith('other-parent'))).toHaveLength(1)
  })

  test('cannot answer with the link alone, nor with a wrong code', async () => {
    const { id, secret } = await aCaseWithAnOtherParent()
    expect(await confirmOtherParent({ secret, code: '123456', answer: 'confirm' }, database)).toMatchObject({
      ok: false,
    })
    const code = await sentCode(secret)
    const wrong = code === '000000' ? '000001' : '000000'
    expect(await confirmOtherParent({ secret, code: wrong, answer: 'confirm' }, database)).toMatchObject({
      failure: 'wrong-code',
      details: { triesLeft: 4 },
    })
    expect((await otherParentOf(id))?.confirmedAt).toBeNull()
  })

  test('has nothing to answer in a case that was withdrawn', async () => {
    const { secret, reference, resident } = await aCaseWithAnOtherParent()
    const code = await sentCode(secret)
    await withdrawApplication({ reference, viewer: resident }, database)
    expect(await findConfirmationRequest({ secret }, database)).toMatchObject({ needsAnswer: false })
    expect(await confirmOtherParent({ secret, code, answer: 'confirm' }, database)).toMatchObject({
      failure: 'needs-no-answer',
    })
  })

  test.each(['', 'short', 'x'.repeat(43), '\u0000'.repeat(43)])('finds nothing by %j', async secret => {
    expect(await findConfirmationRequest({ secret }, database)).toBeNull()
  })

  test('is asked again an hour later at the earliest, by a new link that replaces the old', async () => {
    const { id, secret, reference, resident } = await aCaseWithAnOtherParent()
    const again = () => askOtherParentAgain({ reference, viewer: resident }, database)
    expect(await again()).toMatchObject({ failure: 'asked-lately' })
    const later = Date.parse('2026-11-10T10:30:00+08:00') + minute * 24 * 3_600_000
    await database.travelTo(new Date(later))
    expect(await again()).toMatchObject({ ok: true })
    expect(await findConfirmationRequest({ secret }, database)).toBeNull()
    expect(await findConfirmationRequest({ secret: await newestSecret(id) }, database)).not.toBeNull()
  })
})
