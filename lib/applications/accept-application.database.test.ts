import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personalLookup } from '@/db/personal-data'
import {
  applicationEvents,
  applicationParties,
  applications,
  commitmentSignatures,
  commitmentVersions,
  deadlines,
  notifications,
} from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { acceptApplication } from './accept-application'
import { aCompleteApplication, aDraft, aResident } from './drafts/testing'
import type { CompleteApplication } from './form/complete-application'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

// A Tuesday morning while every office works.
beforeEach(() => database.travelTo(new Date('2026-11-24T10:41:00+08:00')))

async function accept(application: CompleteApplication) {
  const { db } = database
  const viewer = await aResident(db)
  const draftId = await aDraft(db, { viewer })
  const accepted = await db.transaction(transaction =>
    acceptApplication(transaction, {
      draftId,
      residentId: viewer.residentId,
      application,
      codeConfirmedAt: new Date('2026-11-24T10:41:00+08:00'),
    }),
  )
  const [row] = await db.select().from(applications).where(eq(applications.id, draftId))
  return { ...accepted, draftId, viewer, row }
}

describe('an accepted application', () => {
  test('has its reference, office and time, and keeps nothing of the draft', async () => {
    const { reference, row, viewer } = await accept(aCompleteApplication())
    expect(reference).toMatch(/^HS-2611-24-\d{4,5}-\d$/)
    expect(row).toMatchObject({
      status: 'accepted',
      reference,
      officeCode: '420202006',
      appliedBy: 'self',
      proxyRelation: null,
      stage: 'expecting',
      address: '天津路社区 12 号',
      contactPhone: viewer.phone,
      contactPhoneLookup: personalLookup({ kind: 'phone', value: viewer.phone }),
      draftAnswers: null,
    })
  })

  test('starts the clock of its office: three working days, until closing', async () => {
    const { officeMustDecideBy, draftId, row } = await accept(aCompleteApplication())
    expect(officeMustDecideBy).toEqual(new Date('2026-11-27T17:30:00+08:00'))
    const clocks = await database.db.select().from(deadlines).where(eq(deadlines.applicationId, draftId))
    expect(clocks).toMatchObject([
      { kind: 'office-must-decide', state: 'running', dueAt: officeMustDecideBy },
    ])
    expect(clocks[0]?.startedAt.getTime()).toBeLessThan((row?.acceptedAt?.getTime() ?? 0) + 5)
  })

  test('that comes after closing counts from the next working day', async () => {
    await database.travelTo(new Date('2026-11-27T17:31:00+08:00'))
    const { officeMustDecideBy } = await accept(aCompleteApplication())
    expect(officeMustDecideBy).toEqual(new Date('2026-12-03T17:30:00+08:00'))
  })

  test('leaves the event of its submission', async () => {
    const { draftId, viewer } = await accept(aCompleteApplication())
    const events = await database.db
      .select()
      .from(applicationEvents)
      .where(eq(applicationEvents.applicationId, draftId))
    expect(events).toMatchObject([
      { name: 'submit', fromStatus: 'draft', toStatus: 'accepted', residentId: viewer.residentId },
    ])
  })

  test('keeps the signature with the version and digest of the text', async () => {
    const { draftId } = await accept(aCompleteApplication())
    const { db } = database
    const [signature] = await db
      .select()
      .from(commitmentSignatures)
      .where(eq(commitmentSignatures.applicationId, draftId))
    const [text] = await db
      .select()
      .from(commitmentVersions)
      .where(eq(commitmentVersions.version, signature?.version ?? ''))
    expect(signature).toMatchObject({ typedName: '李婷', textSha256: text?.sha256 })
  })

  test('names its parties with documents that can be looked up, and stores none of them readable', async () => {
    const complete = aCompleteApplication({ withOtherParent: true, byProxy: true })
    const { draftId } = await accept(complete)
    const { db, app } = database
    const parties = await db
      .select()
      .from(applicationParties)
      .where(eq(applicationParties.applicationId, draftId))
    const byRole = new Map(parties.map(party => [party.role, party]))
    expect(byRole.get('applicant')).toMatchObject({
      name: '李婷',
      documentNumber: complete.applicant.document.number,
      documentNumberLookup: personalLookup({
        kind: 'id-number',
        value: complete.applicant.document.number,
      }),
    })
    expect(byRole.get('proxy')).toMatchObject({ name: '王芳', documentNumber: null })
    expect(byRole.get('other_parent')).toMatchObject({ name: '张子畔', confirmedAt: null })
    const raw = JSON.stringify(await app`select * from application_parties where application_id = ${draftId}`)
    expect(raw).not.toContain('张子畔')
    expect(raw).not.toContain(complete.applicant.document.number)
  })

  test('sends the receipt, and asks the other parent on their own phone with a link kept as a digest', async () => {
    const complete = aCompleteApplication({ withOtherParent: true })
    const { draftId, viewer } = await accept(complete)
    const { db } = database
    const sent = await db.select().from(notifications).where(eq(notifications.applicationId, draftId))
    const byTemplate = new Map(sent.map(message => [message.template, message]))
    expect(sent).toHaveLength(2)
    expect(byTemplate.get('application-accepted')).toMatchObject({ recipient: viewer.phone })
    const asked = byTemplate.get('other-parent-named')
    expect(asked?.recipient).toBe(complete.otherParent?.phone)
    const secret = (asked?.values.link ?? '').replace('/confirm/', '')
    expect(secret).toMatch(/^[\w-]{43}$/)
    const [party] = await db
      .select()
      .from(applicationParties)
      .where(
        eq(applicationParties.confirmationDigest, createHash('sha256').update(secret).digest('base64url')),
      )
    expect(party).toMatchObject({ applicationId: draftId, role: 'other_parent' })
  })

  test('is never made of somebody else’s draft', async () => {
    const { db } = database
    const [owner, stranger] = [await aResident(db), await aResident(db)]
    const draftId = await aDraft(db, { viewer: owner })
    await expect(
      db.transaction(transaction =>
        acceptApplication(transaction, {
          draftId,
          residentId: stranger.residentId,
          application: aCompleteApplication(),
          codeConfirmedAt: new Date(),
        }),
      ),
    ).rejects.toThrow('only a draft of the resident')
    const [row] = await db.select().from(applications).where(eq(applications.id, draftId))
    expect(row?.status).toBe('draft')
  })
})
