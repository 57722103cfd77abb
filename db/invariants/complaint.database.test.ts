import type postgres from 'postgres'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { StaffViewer } from '@/lib/identity'
import { type AttackedService, addClock, attackedService } from '../testing/attacked-service'
import { aStaffMember, type TestCase } from '../testing/test-cases'

let at: AttackedService
beforeAll(async () => {
  at = await attackedService()
})
afterAll(() => at.drop())

/** A complaint with its clock, as raw SQL would make them. */
async function file(
  sql: postgres.TransactionSql,
  { about, by = about.resident.residentId }: { about: TestCase; by?: string },
) {
  await addClock(sql, { applicationId: about.id, kind: 'complaint-answer' })
  await sql`insert into complaints (application_id, resident_id, deadline_id, text)
    select application_id, ${by}, id, 'sealed' from deadlines
    where application_id = ${about.id} and kind = 'complaint-answer' and state = 'running'`
}

const answer = (sql: postgres.TransactionSql, by: StaffViewer) =>
  sql`update complaints set answered_at = service_now(), answered_by_id = ${by.staffId}, answer = 'sealed',
    outcome = 'upheld' where answered_at is null`
const meet = (sql: postgres.TransactionSql) =>
  sql`update deadlines set state = 'met', met_at = service_now()
    where kind = 'complaint-answer' and state = 'running'`

describe('a complaint', () => {
  it('comes from the applicant of a submitted case, beside whatever clock the case has', async () => {
    await at.bothAreRefused(
      sql => file(sql, { about: at.open, by: at.registered.resident.residentId }),
      'a_complaint_comes_from_its_applicant',
    )
  })

  it('waits alone, with one clock', async () => {
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await addClock(sql, { applicationId: at.open.id, kind: 'complaint-answer' })
    }, 'one_running_complaint_clock_a_case')
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await meet(sql)
      await file(sql, { about: at.open })
    }, 'one_open_complaint_a_case')
  })

  it('has a clock of its own, and no such clock runs without a complaint', async () => {
    await at.bothAreRefused(
      sql => sql`insert into complaints (application_id, resident_id, deadline_id, text)
        select application_id, ${at.open.resident.residentId}, id, 'sealed' from deadlines
        where application_id = ${at.open.id} and kind = 'office-must-decide'`,
      'a_complaint_has_a_clock_of_its_own',
    )
    await at.bothAreRefused(
      sql => addClock(sql, { applicationId: at.registered.id, kind: 'complaint-answer' }),
      'a_complaint_fits_its_clock',
    )
  })

  it('is no way to stop or to stand in for the clock of the case', async () => {
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await sql`update deadlines set state = 'cancelled'
        where application_id = ${at.open.id} and kind = 'office-must-decide'`
    }, 'an_open_case_has_one_running_clock')
  })

  it('is answered by a supervisor of the office, never by an officer, the county or another office', async () => {
    for (const somebody of [at.officer, at.county, at.stranger]) {
      await at.bothAreRefused(async sql => {
        await file(sql, { about: at.open })
        await answer(sql, somebody)
      }, 'a_complaint_is_answered_by_a_supervisor_or_the_county')
    }
  })

  it('is not answered by whoever handled the case, nor by a party to it', async () => {
    const party = await aStaffMember(at.db, { role: 'supervisor', idNumber: at.partysIdNumber })
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await answer(sql, party)
    }, 'nobody_handles_a_case_they_are_party_to')
    const handledByTheSupervisor = async (sql: Parameters<typeof answer>[0]) => {
      await sql`update applications set first_contact_id = ${at.supervisor.staffId} where id = ${at.open.id}`
      await file(sql, { about: at.open })
      await answer(sql, at.supervisor)
    }
    // Nobody else is there who could, so that it is the county's.
    await at.bothAreRefused(handledByTheSupervisor, 'a_complaint_is_answered_by_a_supervisor_or_the_county')
    await aStaffMember(at.db, { role: 'supervisor' })
    await at.bothAreRefused(handledByTheSupervisor, 'nobody_answers_a_complaint_about_themselves')
  })

  it('goes to the county once its clock has lapsed, and no supervisor answers it then', async () => {
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await sql`update complaints set escalated_at = service_now()`
    }, 'a_complaint_fits_its_clock')
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await sql`update complaints set escalated_at = service_now()`
      await answer(sql, at.supervisor)
    }, 'a_complaint_is_answered_by_a_supervisor_or_the_county')
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await sql`update complaints set escalated_at = service_now()`
      await sql`update complaints set escalated_at = null`
    }, 'a_complaint_is_escalated_once')
  })

  it('has an answer with its person and outcome, once, and is never edited or taken away', async () => {
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await sql`update complaints set outcome = 'upheld'`
    }, 'an_answered_complaint_has_its_person_and_outcome')
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await answer(sql, at.supervisor)
      await sql`update complaints set outcome = 'not-upheld'`
    }, 'a_complaint_is_answered_once_and_never_edited')
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await sql`update complaints set text = 'other'`
    }, 'a_complaint_is_answered_once_and_never_edited')
    await at.bothAreRefused(async sql => {
      await file(sql, { about: at.open })
      await answer(sql, at.supervisor)
    }, 'a_complaint_fits_its_clock')
    await at.onlyTheOwnerGetsAsFarAs('complaints_are_never_deleted', async sql => {
      await sql`delete from complaints`
      await file(sql, { about: at.open })
      await sql`delete from complaints`
    })
  })
})
