import type postgres from 'postgres'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { StaffViewer } from '@/lib/identity'
import { type AttackedService, addAnsweredProposal, attackedService } from '../testing/attacked-service'
import type { TestCase } from '../testing/test-cases'

let at: AttackedService
beforeAll(async () => {
  at = await attackedService()
})
afterAll(() => at.drop())

describe('a proposal to reject', () => {
  const propose = (sql: postgres.TransactionSql, { id }: TestCase, by: StaffViewer, reason: string) =>
    sql`insert into rejection_proposals (application_id, reason_id, explanation, evidence, proposed_by_id)
      values (${id}, ${at.reasons.get(reason) ?? null}, 'sealed', 'sealed', ${by.staffId})`

  it('names a published reason', async () => {
    await at.bothAreRefused(async sql => {
      await sql`update rejection_reasons set retired_at = service_now() where code = 'already-registered'`
      await propose(sql, at.open, at.officer, 'already-registered')
    }, 'a_rejection_has_a_published_reason')
  })

  it('waits for the correction notice and the hearing that its reason demands', async () => {
    await at.bothAreRefused(
      sql => propose(sql, at.open, at.officer, 'identity-not-confirmed'),
      'this_reason_needs_a_correction_notice_first',
    )
    await at.bothAreRefused(
      sql => propose(sql, at.open, at.officer, 'material-statement-false'),
      'this_reason_needs_the_applicant_heard',
    )
  })

  it('comes from somebody of the office who is no party, on an accepted case', async () => {
    await at.bothAreRefused(
      sql => propose(sql, at.open, at.stranger, 'already-registered'),
      'a_proposal_comes_from_the_office_of_the_case',
    )
    await at.bothAreRefused(
      sql => propose(sql, at.open, at.party, 'already-registered'),
      'nobody_handles_a_case_they_are_party_to',
    )
    await at.bothAreRefused(
      sql => propose(sql, at.waiting, at.officer, 'already-registered'),
      'only_an_accepted_case_is_proposed_for_rejection',
    )
  })

  it('is answered by a second person, once', async () => {
    await at.bothAreRefused(
      sql => addAnsweredProposal(sql, { at, answeredBy: at.officer }),
      'a_second_person_answers_a_proposal',
    )
    await at.bothAreRefused(async sql => {
      await addAnsweredProposal(sql, { at, answeredBy: at.supervisor })
      await sql`update rejection_proposals set outcome = 'returned', return_note = 'x' where application_id = ${at.open.id}`
    }, 'a_proposal_is_answered_once_and_never_edited')
  })

  it('has words when it is returned', async () => {
    await at.bothAreRefused(
      sql => addAnsweredProposal(sql, { at, answeredBy: at.supervisor, outcome: 'returned' }),
      'a_returned_proposal_says_why',
    )
  })
})
