import type postgres from 'postgres'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { StaffViewer } from '@/lib/identity'
import {
  type Attack,
  type AttackedService,
  addAnsweredProposal,
  addEvent,
  attackedService,
  otherOffice,
} from '../testing/attacked-service'
import { type TestCase, testOffice } from '../testing/test-cases'

let at: AttackedService
beforeAll(async () => {
  at = await attackedService()
})
afterAll(() => at.drop())

describe('a decision', () => {
  type Values = Record<string, string | null>
  const decide = (sql: postgres.TransactionSql, { id }: TestCase, values: Values) =>
    sql`insert into decisions ${sql({ application_id: id, office_code: testOffice, basis: 'decided', ...values })}`
  const registration = (by: StaffViewer): Values => ({ outcome: 'registered', decided_by_id: by.staffId })
  const rejection = (changed: Values = {}): Values => ({
    outcome: 'rejected',
    decided_by_id: at.officer.staffId,
    confirmed_by_id: at.supervisor.staffId,
    reason_id: at.reasons.get('already-registered') ?? null,
    explanation: 'sealed',
    evidence: 'sealed',
    remedies: '如不服本决定，您可以自收到之日起六十日内依法申请行政复议。',
    ...changed,
  })

  it('comes once a case', async () => {
    await at.bothAreRefused(
      sql => decide(sql, at.registered, registration(at.officer)),
      'one_standing_decision_a_case',
    )
    await at.bothAreRefused(
      sql => decide(sql, at.rejected, registration(at.supervisor)),
      'one_standing_decision_a_case',
    )
  })

  it('is made by an officer or supervisor of the office that has the case', async () => {
    await at.bothAreRefused(
      sql => decide(sql, at.open, registration(at.stranger)),
      'a_decision_is_made_by_the_office_of_the_case',
    )
    await at.bothAreRefused(
      sql => decide(sql, at.open, { ...registration(at.officer), office_code: otherOffice }),
      'a_decision_is_made_by_the_office_of_the_case',
    )
    await at.bothAreRefused(
      sql => decide(sql, at.open, registration(at.county)),
      'a_decision_is_made_by_an_officer_or_supervisor',
    )
  })

  it('is never made by somebody who is a party to the case', async () => {
    await at.bothAreRefused(
      sql => decide(sql, at.open, registration(at.party)),
      'nobody_decides_a_case_they_are_party_to',
    )
  })

  it('is never made by nobody, except where the clock ran out', async () => {
    await at.bothAreRefused(
      sql => decide(sql, at.open, { outcome: 'registered' }),
      'only_a_lapse_decides_without_a_person',
    )
    await at.bothAreRefused(
      sql => decide(sql, at.open, { outcome: 'registered', basis: 'deemed-by-lapse' }),
      'a_decision_moves_its_case',
    )
  })

  it('is never made while the clock of the office says otherwise', async () => {
    await at.bothAreRefused(async sql => {
      await decide(sql, at.open, registration(at.officer))
      await addEvent(sql, { of: at.open, to: 'registered' })
      await sql`update applications set status = 'registered' where id = ${at.open.id}`
    }, 'a_decision_comes_in_time')
  })

  it.each([
    ['a reason', { reason_id: null }, 'a_rejection_has_a_published_reason_and_an_explanation'],
    ['an explanation', { explanation: null }, 'a_rejection_has_a_published_reason_and_an_explanation'],
    ['evidence', { evidence: null }, 'a_rejection_has_a_published_reason_and_an_explanation'],
    ['the remedies', { remedies: null }, 'a_rejection_tells_the_remedies'],
    ['more than a word of remedies', { remedies: '可以投诉' }, 'a_rejection_tells_the_remedies'],
  ])('never rejects without %s', async (_what, changed, by) => {
    const attack: Attack = async sql => {
      await addAnsweredProposal(sql, { at, answeredBy: at.supervisor })
      await decide(sql, at.open, rejection(changed))
    }
    // Without a reason there is no proposal for it either: that trigger comes before the table's own checks.
    const first = 'reason_id' in changed ? 'a_rejection_follows_a_confirmed_proposal' : by
    await at.bothAreRefused(attack, first)
  })

  it('never rejects without a second person, who is a supervisor', async () => {
    await at.bothAreRefused(
      sql => decide(sql, at.open, rejection({ confirmed_by_id: null })),
      'a_rejection_is_confirmed_by_a_supervisor',
    )
    await at.bothAreRefused(
      sql =>
        decide(
          sql,
          at.open,
          rejection({ decided_by_id: at.supervisor.staffId, confirmed_by_id: at.officer.staffId }),
        ),
      'a_rejection_is_confirmed_by_a_supervisor',
    )
    await at.bothAreRefused(
      sql => decide(sql, at.open, rejection({ decided_by_id: at.supervisor.staffId })),
      'a_rejection_follows_a_confirmed_proposal',
    )
  })

  it('never rejects what no second person confirmed', async () => {
    await at.bothAreRefused(
      sql => decide(sql, at.open, rejection()),
      'a_rejection_follows_a_confirmed_proposal',
    )
  })

  it('never rejects for a missing confirmation of identity before the applicant was told once', async () => {
    await at.bothAreRefused(
      sql => decide(sql, at.open, rejection({ reason_id: at.reasons.get('identity-not-confirmed') ?? null })),
      'this_reason_needs_a_correction_notice_first',
    )
  })

  it('never rejects by lapse', async () => {
    await at.bothAreRefused(async sql => {
      await addAnsweredProposal(sql, { at, answeredBy: at.supervisor })
      await decide(sql, at.open, rejection({ basis: 'complaint-upheld', decided_by_id: at.officer.staffId }))
    }, 'a_rejection_is_set_right_by_a_supervisor')
    await at.bothAreRefused(
      sql => decide(sql, at.open, rejection({ basis: 'deemed-by-lapse', decided_by_id: null })),
      'a_rejection_follows_a_confirmed_proposal',
    )
  })

  it('is never edited, never set aside without another, never taken away', async () => {
    await at.bothAreRefused(
      sql => sql`update decisions set outcome = 'registered' where application_id = ${at.rejected.id}`,
      'a_decision_is_never_edited',
    )
    await at.bothAreRefused(
      sql => sql`update decisions set set_aside_at = service_now() where application_id = ${at.rejected.id}`,
      'a_decided_case_has_its_decision',
    )
    await at.onlyTheOwnerGetsAsFarAs('decisions_are_never_deleted', sql => sql`delete from decisions`)
  })
})
