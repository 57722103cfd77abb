import { eq } from 'drizzle-orm'
import { auditEvents, residents } from '@/db/schema'
import { anAcceptedCase, anIdNumber, aStaffMember } from '@/db/testing/test-cases'
import type { TestDatabase } from '@/db/testing/test-database'
import { latestNotifications } from '@/lib/notifications'
import { serviceNow } from '@/lib/platform/database'
import { sendOneTimeCode } from '../one-time-codes'
import { signInResident } from '../resident-sign-in'
import { findSession, type ResidentViewer, type StaffViewer, startSession } from '../sessions'
import { askForPhoneChangeAtOffice } from './ask-at-office'
import { finishPhoneChangeAtOffice } from './finish-at-office'

export const objectionHours = 24
export const common = { language: 'zh-CN' as const, address: 'desk' }
let phones = 0

/** A number that no test has used. */
export function anUnusedPhone(): string {
  phones += 1
  return `+861500000${String(phones).padStart(4, '0')}`
}

/** What tests of phone changes do, in their database. */
export function inPhoneWorld(database: () => TestDatabase) {
  const later = async (minutes: number) => {
    const now = await serviceNow(database().db)
    await database().travelTo(new Date(now.getTime() + minutes * 60_000))
  }
  const newestTo = async (phone: string) => {
    const place = { db: database().db, publicUrl: 'http://localhost' }
    const [message] = await latestNotifications({ limit: 1, phone }, place)
    return message
  }
  const codeTo = async (phone: string) => (await newestTo(phone))?.code ?? ''
  const secretSentTo = async (phone: string) =>
    /\/account\/objection\/([\w-]{43})/.exec((await newestTo(phone))?.text ?? '')?.[1] ?? ''
  const signedIn = async (resident: ResidentViewer, cameBy: 'phone' | 'openid' = 'phone') => {
    const secret = await startSession({ residentId: resident.residentId, cameBy }, database())
    const viewer = await findSession(secret, database())
    if (viewer?.kind !== 'resident') throw new Error('a session that just began runs')
    return { viewer, secret }
  }
  const phoneOf = async ({ residentId }: { residentId: string }) => {
    const [row] = await database().db.select().from(residents).where(eq(residents.id, residentId))
    return row?.phone
  }
  const signInWith = async (phone: string) => {
    await later(2)
    await sendOneTimeCode({ purpose: 'sign-in', phone, language: 'zh-CN' }, database())
    return signInResident({ phone, code: await codeTo(phone), language: 'zh-CN' }, database())
  }
  const actionsBy = async ({ staffId }: StaffViewer) => {
    const rows = await database().db.select().from(auditEvents).where(eq(auditEvents.staffId, staffId))
    return rows.map(({ action }) => action)
  }
  return { later, newestTo, codeTo, secretSentTo, signedIn, phoneOf, signInWith, actionsBy }
}

type Ask = Parameters<typeof askForPhoneChangeAtOffice>[0]

/** A person whose phone is lost, before an officer of another office than that of their case. */
export async function anOffice(database: TestDatabase) {
  const { later, codeTo } = inPhoneWorld(() => database)
  const idNumber = anIdNumber()
  const lost = await anAcceptedCase(database.db, { idNumber })
  const viewer = await aStaffMember(database.db, { officeCodes: ['420202007'] })
  const newPhone = anUnusedPhone()
  const usual: Ask = {
    viewer,
    idNumber,
    name: '李婷',
    newPhone,
    documentSeen: 'resident-id-card',
    reference: null,
    ...common,
  }
  const ask = (change: Partial<Ask> = {}) => askForPhoneChangeAtOffice({ ...usual, ...change }, database)
  const change = async (by: StaffViewer = viewer, phone = newPhone) => {
    await later(2)
    const asked = await ask({ viewer: by, newPhone: phone })
    if (!asked.ok) return asked
    const { changeId } = asked.value
    const code = await codeTo(phone)
    return finishPhoneChangeAtOffice(
      { viewer: by, changeId, code, objectionHours, hasCheckedAgain: true },
      database,
    )
  }
  return { idNumber, lost, viewer, newPhone, ask, change }
}
