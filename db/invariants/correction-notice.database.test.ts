import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extendDeadline } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { type AttackedService, attackedService } from '../testing/attacked-service'
import { refusalOf } from '../testing/refusal'
import { anAcceptedCase, type TestCase } from '../testing/test-cases'

let at: AttackedService
beforeAll(async () => {
  at = await attackedService()
})
afterAll(() => at.drop())

describe('a correction notice', () => {
  const notice = (sql: postgres.TransactionSql, { id }: TestCase, by: StaffViewer) =>
    sql`insert into correction_notices (application_id, items, sent_by_id) values (${id}, 'x', ${by.staffId})`

  it('comes once', async () => {
    await at.bothAreRefused(sql => notice(sql, at.waiting, at.officer), 'one_correction_notice_a_case')
  })

  it('comes from the office of the case, and from nobody who is a party to it', async () => {
    await at.bothAreRefused(
      sql => notice(sql, at.open, at.stranger),
      'a_notice_comes_from_the_office_of_the_case',
    )
    await at.bothAreRefused(sql => notice(sql, at.open, at.party), 'nobody_handles_a_case_they_are_party_to')
  })

  it('never comes when the office has no time left, or has decided', async () => {
    await at.travelTo(new Date('2026-12-03T17:30:01+08:00'))
    await at.bothAreRefused(sql => notice(sql, at.open, at.officer), 'a_notice_comes_before_the_clock_ends')
    await at.travelTo(new Date('2026-11-30T09:10:00+08:00'))
    await at.bothAreRefused(
      sql => notice(sql, at.registered, at.officer),
      'a_notice_comes_before_the_clock_ends',
    )
  })

  it('never comes after the fifth working day, however long the clock was extended', async () => {
    const { db } = at
    const extended = await anAcceptedCase(db)
    await extendDeadline(
      { ...extended, viewer: at.supervisor, workingDays: 8, reason: '核查需要时间' },
      { db },
    )
    await at.travelTo(new Date('2026-12-07T17:30:01+08:00'))
    await at.bothAreRefused(sql => notice(sql, extended, at.officer), 'a_notice_comes_within_its_first_days')
    await at.travelTo(new Date('2026-12-07T17:29:00+08:00'))
    expect(await refusalOf(at.owner, sql => notice(sql, extended, at.officer))).toBe('nothing')
    await at.travelTo(new Date('2026-11-30T09:10:00+08:00'))
  })

  it('is never edited, and never answered twice', async () => {
    await at.bothAreRefused(
      sql => sql`update correction_notices set items = 'y' where application_id = ${at.waiting.id}`,
      'a_notice_is_answered_once_and_never_edited',
    )
    await at.bothAreRefused(async sql => {
      await sql`update correction_notices set answer = 'a', answered_at = service_now() where application_id = ${at.waiting.id}`
      await sql`update correction_notices set answer = 'b' where application_id = ${at.waiting.id}`
    }, 'a_notice_is_answered_once_and_never_edited')
  })

  it('is never taken away', async () => {
    await at.onlyTheOwnerGetsAsFarAs(
      'correction_notices_are_never_deleted',
      sql => sql`delete from correction_notices`,
    )
  })
})
