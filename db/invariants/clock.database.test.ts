import type postgres from 'postgres'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { StaffViewer } from '@/lib/identity'
import {
  type Attack,
  type AttackedService,
  addClock,
  addEvent,
  attackedService,
} from '../testing/attacked-service'
import { testOffice } from '../testing/test-cases'

let at: AttackedService
beforeAll(async () => {
  at = await attackedService()
})
afterAll(() => at.drop())

describe('a clock', () => {
  it('runs in every open case, and one alone', async () => {
    await at.bothAreRefused(
      sql => sql`update deadlines set state = 'cancelled' where application_id = ${at.open.id}`,
      'an_open_case_has_one_running_clock',
    )
    await at.bothAreRefused(
      sql => addClock(sql, { applicationId: at.open.id, kind: 'applicant-must-answer' }),
      'one_running_clock_a_case',
    )
    await at.bothAreRefused(
      sql => addClock(sql, { applicationId: at.open.id, kind: 'office-must-decide', state: 'paused' }),
      'one_clock_of_a_kind_a_case',
    )
    await at.bothAreRefused(
      sql => addClock(sql, { applicationId: at.withdrawn.id, kind: 'applicant-must-answer' }),
      'an_open_case_has_one_running_clock',
    )
  })

  it('never lapses before it is due', async () => {
    const lapse =
      (lapsedAt: string): Attack =>
      sql =>
        sql`update deadlines set state = 'lapsed', lapsed_at = ${sql.unsafe(lapsedAt)} where application_id = ${at.open.id}`
    await at.bothAreRefused(lapse('service_now()'), 'nothing_lapses_before_it_is_due')
    await at.bothAreRefused(lapse(`due_at + interval '1 second'`), 'nothing_lapses_before_it_is_due')
  })

  it('is never met after it was due', async () => {
    await at.bothAreRefused(
      sql =>
        sql`update deadlines set state = 'met', met_at = due_at + interval '1 second' where application_id = ${at.open.id}`,
      'nothing_is_met_after_it_is_due',
    )
  })

  it('that ended stays ended, and keeps its start', async () => {
    await at.bothAreRefused(
      sql =>
        sql`update deadlines set state = 'running', met_at = null where application_id = ${at.registered.id}`,
      'an_ended_deadline_stays_ended',
    )
    await at.bothAreRefused(
      sql =>
        sql`update deadlines set state = 'running', lapsed_at = null where application_id = ${at.lapsed.id}`,
      'an_ended_deadline_stays_ended',
    )
    await at.bothAreRefused(
      sql =>
        sql`update deadlines set started_at = started_at - interval '1 day' where application_id = ${at.open.id}`,
      'a_deadline_keeps_its_start',
    )
  })

  it('is never moved without a reason', async () => {
    await at.bothAreRefused(
      sql =>
        sql`update deadlines set due_at = due_at + interval '1 day' where application_id = ${at.open.id}`,
      'a_due_time_moves_for_a_reason',
    )
  })

  it('that ran out has its supervision record', async () => {
    await at.travelTo(new Date('2026-12-04T09:00:00+08:00'))
    await at.bothAreRefused(async sql => {
      await sql`update deadlines set state = 'lapsed', lapsed_at = service_now() where application_id = ${at.open.id}`
      await sql`insert into decisions (application_id, outcome, basis, office_code)
        values (${at.open.id}, 'registered', 'deemed-by-lapse', ${testOffice})`
      await addEvent(sql, { of: at.open, to: 'registered' })
      await sql`update applications set status = 'registered' where id = ${at.open.id}`
    }, 'a_lapse_opens_a_supervision_record')
    await at.travelTo(new Date('2026-11-30T09:20:00+08:00'))
  })

  it('is never taken away', async () => {
    await at.onlyTheOwnerGetsAsFarAs('deadlines_are_never_deleted', sql => sql`delete from deadlines`)
  })
})

describe('an extension', () => {
  const extend = (
    sql: postgres.TransactionSql,
    { by = at.supervisor, days = 2, days2 = days }: { by?: StaffViewer; days?: number; days2?: number } = {},
  ) => sql`update deadlines set extension_working_days = ${days}, extension_reason = 'x', extended_by_id = ${by.staffId},
      due_at = due_at + make_interval(days => ${days2}) where application_id = ${at.open.id}`

  it('is granted by a supervisor of the office, with a reason', async () => {
    await at.bothAreRefused(sql => extend(sql, { by: at.officer }), 'an_extension_is_granted_by_a_supervisor')
    await at.bothAreRefused(
      sql => extend(sql, { by: at.stranger }),
      'an_extension_is_granted_by_a_supervisor',
    )
    await at.bothAreRefused(async sql => {
      await extend(sql)
      await sql`update deadlines set extension_reason = null where application_id = ${at.open.id}`
    }, 'an_extension_has_a_reason')
  })

  it('comes once, and has its longest', async () => {
    await at.bothAreRefused(async sql => {
      await extend(sql)
      await extend(sql, { days: 3 })
    }, 'a_deadline_is_extended_once')
    await at.bothAreRefused(sql => extend(sql, { days: 11 }), 'an_extension_has_its_longest')
    await at.bothAreRefused(
      sql => extend(sql, { days: 10, days2: 60 }),
      'an_extension_stays_within_the_statutory_limit',
    )
  })

  it('comes before the end', async () => {
    await at.travelTo(new Date('2026-12-03T17:30:01+08:00'))
    await at.bothAreRefused(sql => extend(sql), 'an_extension_comes_before_the_end')
    await at.travelTo(new Date('2026-11-30T09:30:00+08:00'))
  })
})
