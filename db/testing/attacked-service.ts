import type postgres from 'postgres'
import { expect } from 'vitest'
import { requestCorrection, withdrawApplication } from '@/lib/applications'
import { carryOutDueDeadlines } from '@/lib/deadlines'
import { confirmRejection, proposeRejection, registerApplication } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { refusalOf } from './refusal'
import { anAcceptedCase, anIdNumber, aStaffMember, type TestCase, testOffice } from './test-cases'
import { createTestDatabase, type TestDatabase } from './test-database'

export const otherOffice = '420202007'

/** Raw SQL that should be refused; it runs in a transaction of its own. */
export type Attack = (sql: postgres.TransactionSql) => Promise<unknown>

export type AttackedService = TestDatabase &
  Awaited<ReturnType<typeof people>> &
  Awaited<ReturnType<typeof casesInEveryState>> & {
    /** Ids of the published reasons by their codes. */
    reasons: Map<string, string>
    /** The application's own role and the owner of the tables run into the same constraint. */
    bothAreRefused(attack: Attack, by: string): Promise<void>
    /** The application has no right at all to this, and the owner runs into the constraint. */
    onlyTheOwnerGetsAsFarAs(by: string, attack: Attack): Promise<void>
  }

/** A database with a case in every state, its people, and a way to attack it: Monday 30 November 2026, 09:00. */
export async function attackedService(): Promise<AttackedService> {
  const test = await createTestDatabase()
  const staff = await people(test)
  const cases = await casesInEveryState(test, staff)
  const rows = await test.app`select code, id from rejection_reasons`
  return {
    ...test,
    ...staff,
    ...cases,
    reasons: new Map(rows.map(({ code, id }) => [code, id])),
    bothAreRefused: async (attack, by) => {
      expect(await refusalOf(test.app, attack)).toBe(by)
      expect(await refusalOf(test.owner, attack)).toBe(by)
    },
    onlyTheOwnerGetsAsFarAs: async (by, attack) => {
      expect(await refusalOf(test.app, attack)).toBe('permission denied')
      expect(await refusalOf(test.owner, attack)).toBe(by)
    },
  }
}

async function people({ db }: TestDatabase) {
  const partysIdNumber = anIdNumber()
  return {
    officer: await aStaffMember(db),
    supervisor: await aStaffMember(db, { role: 'supervisor' }),
    county: await aStaffMember(db, { role: 'county' }),
    /** An officer of another office. */
    stranger: await aStaffMember(db, { officeCodes: [otherOffice] }),
    /** An officer who is the applicant of the open case. */
    party: await aStaffMember(db, { idNumber: partysIdNumber }),
    partysIdNumber,
  }
}

async function casesInEveryState(
  { db, travelTo }: TestDatabase,
  {
    officer,
    supervisor,
    partysIdNumber,
  }: { officer: StaffViewer; supervisor: StaffViewer; partysIdNumber: string },
) {
  await travelTo(new Date('2026-11-24T10:00:00+08:00'))
  const lapsed = await anAcceptedCase(db)
  await travelTo(new Date('2026-11-30T09:00:00+08:00'))
  await carryOutDueDeadlines({}, { db })
  const cases = {
    lapsed,
    open: await anAcceptedCase(db, { idNumber: partysIdNumber }),
    waiting: await anAcceptedCase(db),
    registered: await anAcceptedCase(db),
    rejected: await anAcceptedCase(db),
    withdrawn: await anAcceptedCase(db),
  }
  const items = [{ field: 'address' as const, what: '请写明门牌号' }]
  await requestCorrection({ ...cases.waiting, viewer: officer, items }, { db })
  await registerApplication({ ...cases.registered, viewer: officer }, { db })
  const proposed = {
    reasonCode: 'already-registered',
    explanation: '同一申请人、同一次生育已于上周登记，证明仍然有效。',
    evidence: '登记系统查询结果',
    hearing: '',
  }
  await proposeRejection({ ...cases.rejected, viewer: officer, proposed }, { db })
  await confirmRejection({ ...cases.rejected, viewer: supervisor }, { db })
  await withdrawApplication({ ...cases.withdrawn, viewer: cases.withdrawn.resident }, { db })
  return cases
}

/** An event of a case in the attack's own transaction, so that the attack gets as far as the next rule. */
export function addEvent(
  sql: postgres.TransactionSql,
  { of, name = 'x', to }: { of: TestCase; name?: string; to: string },
) {
  return sql`insert into application_events (application_id, name, from_status, to_status, actor)
    values (${of.id}, ${name}, 'accepted', ${to}, 'system')`
}

/** A clock made out of nothing. */
export function addClock(
  sql: postgres.TransactionSql,
  { applicationId, kind, state = 'running' }: { applicationId: string; kind: string; state?: string },
) {
  const left = state === 'paused' ? 1 : null
  return sql`insert into deadlines (application_id, kind, state, office_code, law, working_days, started_at,
    starts_on, due_at, provisional, paused_working_days_left, paused_minutes_left) values (${applicationId},
    ${kind}, ${state}, ${testOffice}, 'x', 3, service_now(), '2026-11-30', service_now() + interval '3 days',
    false, ${left}, ${left})`
}

/** A proposal to reject the open case for being registered already, answered at once. */
export async function addAnsweredProposal(
  sql: postgres.TransactionSql,
  {
    at,
    answeredBy,
    outcome = 'confirmed',
  }: { at: AttackedService; answeredBy: StaffViewer; outcome?: string },
) {
  await sql`insert into rejection_proposals (application_id, reason_id, explanation, evidence, proposed_by_id)
    values (${at.open.id}, ${at.reasons.get('already-registered') ?? null}, 'sealed', 'sealed', ${at.officer.staffId})`
  await sql`update rejection_proposals set answered_at = service_now(), answered_by_id = ${answeredBy.staffId},
    outcome = ${outcome} where application_id = ${at.open.id}`
}
