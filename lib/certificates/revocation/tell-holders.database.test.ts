import { and, eq, like, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applicationParties, certificates, notifications } from '@/db/schema'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { registerApplication } from '@/lib/decisions'
import { renderNotification } from '@/lib/notifications'
import { decideHearing, openHearing } from './index'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
})
afterAll(() => database.drop())

/** A certificate whose hearing was opened and then dropped, and what the other parent was told meanwhile. */
async function toldToOtherParent({ confirmed }: { confirmed: boolean }) {
  const { db } = database
  const ofCase = await anAcceptedCase(db, { withOtherParent: true })
  const isOtherParent = and(
    eq(applicationParties.applicationId, ofCase.id),
    eq(applicationParties.role, 'other_parent'),
  )
  if (confirmed)
    await db.update(applicationParties).set({ confirmedAt: sql`service_now()` }).where(isOtherParent)
  await registerApplication({ reference: ofCase.reference, viewer: await aStaffMember(db) }, database)
  const [certificate] = await db.select().from(certificates).where(eq(certificates.applicationId, ofCase.id))
  const number = certificate?.number ?? ''
  const viewer = await aStaffMember(db, { role: 'supervisor' })
  expect(await openHearing({ number, viewer, reason: '事实不实' }, database)).toMatchObject({ ok: true })
  const dropped = await decideHearing({ number, viewer, outcome: 'dropped', note: '事实属实' }, database)
  expect(dropped.ok).toBe(true)
  const [party] = await db.select().from(applicationParties).where(isOtherParent)
  const told = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.applicationId, ofCase.id), like(notifications.template, '%-other-parent')))
    .orderBy(notifications.createdAt, notifications.template)
  return { told, phone: party?.phone, holders: certificate?.holders }
}

describe('a hearing is told to', () => {
  test('the other parent whom the certificate names, with the time to answer and where the office is', async () => {
    const { told, phone, holders } = await toldToOtherParent({ confirmed: true })
    expect(holders).toHaveLength(2)
    expect(told.map(({ template }) => template).sort()).toEqual([
      'hearing-dropped-other-parent',
      'hearing-opened-other-parent',
    ])
    expect(told.every(({ recipient }) => recipient === phone)).toBe(true)
    const text = renderNotification({
      template: 'hearing-opened-other-parent',
      language: 'zh-CN',
      values: told.find(({ template }) => template === 'hearing-opened-other-parent')?.values ?? {},
      publicUrl: 'https://dengji.example.cn',
    })
    expect(text).toContain('5 个工作日')
    expect(text).toContain('https://dengji.example.cn/offices')
  })

  test('nobody who never confirmed to be the other parent', async () => {
    const { told, holders } = await toldToOtherParent({ confirmed: false })
    expect(holders).toHaveLength(1)
    expect(told).toEqual([])
  })
})
