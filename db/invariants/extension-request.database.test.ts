import type postgres from 'postgres'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { StaffViewer } from '@/lib/identity'
import { type AttackedService, attackedService } from '../testing/attacked-service'

let at: AttackedService
beforeAll(async () => {
  at = await attackedService()
})
afterAll(() => at.drop())

describe('a request for more time', () => {
  const request = (sql: postgres.TransactionSql, by: StaffViewer) =>
    sql`insert into extension_requests (application_id, working_days, reason, requested_by_id)
      values (${at.open.id}, 3, 'sealed', ${by.staffId})`
  const answer = (sql: postgres.TransactionSql, by: StaffViewer, outcome = 'granted') =>
    sql`update extension_requests set answered_at = service_now(), answered_by_id = ${by.staffId},
      outcome = ${outcome} where application_id = ${at.open.id}`

  it('comes from the office of the case, from nobody who is a party to it', async () => {
    await at.bothAreRefused(sql => request(sql, at.stranger), 'a_request_comes_from_the_office_of_the_case')
    await at.bothAreRefused(sql => request(sql, at.party), 'nobody_handles_a_case_they_are_party_to')
  })

  it('waits alone', async () => {
    await at.bothAreRefused(async sql => {
      await request(sql, at.officer)
      await request(sql, at.officer)
    }, 'one_open_extension_request_a_case')
  })

  it('is answered by a supervisor of the office, with words when it is declined', async () => {
    await at.bothAreRefused(async sql => {
      await request(sql, at.officer)
      await answer(sql, at.officer)
    }, 'a_request_is_answered_by_a_supervisor')
    await at.bothAreRefused(async sql => {
      await request(sql, at.officer)
      await answer(sql, at.supervisor, 'declined')
    }, 'a_declined_request_says_why')
  })

  it('is answered once, never edited and never taken away', async () => {
    await at.bothAreRefused(async sql => {
      await request(sql, at.officer)
      await answer(sql, at.supervisor)
      await answer(sql, at.supervisor)
    }, 'a_request_is_answered_once_and_never_edited')
    await at.bothAreRefused(async sql => {
      await request(sql, at.officer)
      await sql`update extension_requests set working_days = 10`
    }, 'a_request_is_answered_once_and_never_edited')
    await at.onlyTheOwnerGetsAsFarAs('extension_requests_are_never_deleted', async sql => {
      await sql`delete from extension_requests`
      await request(sql, at.officer)
      await sql`delete from extension_requests`
    })
  })
})
