import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AttackedService,
  addClock,
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

it('is set up with a case in every state', async () => {
  const cases = [at.open, at.waiting, at.registered, at.rejected, at.lapsed, at.withdrawn]
  const statuses = await Promise.all(
    cases.map(({ id }) => at.app`select status from applications where id = ${id}`),
  )
  expect(statuses.map(([row]) => row?.status)).toEqual([
    'accepted',
    'correction_requested',
    'registered',
    'rejected',
    'registered',
    'withdrawn',
  ])
})

describe('a status', () => {
  it.each([
    ['accepted', 'draft'],
    ['registered', 'accepted'],
    ['registered', 'rejected'],
    ['withdrawn', 'accepted'],
    ['rejected', 'accepted'],
    ['correction_requested', 'registered'],
  ])('never jumps from %s to %s', async (from, to) => {
    await at.bothAreRefused(
      sql => sql`update applications set status = ${to} where status = ${from}`,
      'status_follows_the_transition_table',
    )
  })

  it('never becomes something that is no status', async () => {
    await at.bothAreRefused(
      sql => sql`update applications set status = 'approved' where id = ${at.open.id}`,
      'status_follows_the_transition_table',
    )
  })

  it('never changes without its event, even where the table allows it', async () => {
    await at.bothAreRefused(
      sql => sql`update applications set status = 'withdrawn' where id = ${at.open.id}`,
      'a_status_change_leaves_an_event',
    )
  })

  it('never changes on the strength of an event of another transaction', async () => {
    await at.bothAreRefused(async sql => {
      await sql`insert into application_events
        (application_id, name, from_status, to_status, actor, resident_id, transaction_id)
        values (${at.open.id}, 'withdraw', 'accepted', 'withdrawn', 'resident', ${at.open.resident.residentId}, '1')`
      await sql`update applications set status = 'withdrawn' where id = ${at.open.id}`
    }, 'a_status_change_leaves_an_event')
  })

  it('is never registered without a decision', async () => {
    await at.bothAreRefused(async sql => {
      await addEvent(sql, { of: at.open, to: 'registered' })
      await sql`update applications set status = 'registered' where id = ${at.open.id}`
    }, 'a_decided_case_has_its_decision')
  })

  it('never asks for a correction without a notice', async () => {
    await at.bothAreRefused(async sql => {
      await addEvent(sql, { of: at.open, to: 'correction_requested' })
      await sql`update applications set status = 'correction_requested' where id = ${at.open.id}`
    }, 'a_correction_has_its_notice')
  })

  it('begins as a draft', async () => {
    await at.bothAreRefused(
      sql => sql`insert into applications (resident_id, status) select id, 'accepted' from residents limit 1`,
      'an_application_begins_as_a_draft',
    )
  })
})

describe('a submitted application', () => {
  it('is never deleted', async () => {
    await at.bothAreRefused(
      sql => sql`delete from applications where id = ${at.withdrawn.id}`,
      'only_a_draft_is_deleted',
    )
  })

  it.each([
    ['its reference', `reference = 'HS-2611-24-9999-1'`],
    ['its time of acceptance', `accepted_at = accepted_at - interval '1 day'`],
    ['its applicant', `resident_id = (select id from residents r where r.id <> resident_id limit 1)`],
  ])('keeps %s', async (_what, change) => {
    await at.bothAreRefused(
      sql => sql.unsafe(`update applications set ${change} where id = '${at.open.id}'`),
      'reference_applicant_and_acceptance_stay',
    )
  })

  it('keeps its first contact', async () => {
    await at.bothAreRefused(
      sql =>
        sql`update applications set first_contact_id = ${at.supervisor.staffId} where id = ${at.waiting.id}`,
      'the_first_contact_stays',
    )
  })

  it('is whole', async () => {
    await at.bothAreRefused(
      sql => sql`update applications set stage = null where id = ${at.open.id}`,
      'an_application_is_whole_once_accepted',
    )
  })

  it('is signed and names its applicant', async () => {
    const submit = async (sql: postgres.TransactionSql, { withApplicant }: { withApplicant: boolean }) => {
      const [draft] =
        await sql`insert into applications (resident_id) values (${at.open.resident.residentId}) returning id`
      if (!draft) throw new Error('the draft was not kept')
      if (withApplicant) {
        await sql`insert into application_parties (application_id, role, name, document_kind, document_number,
          document_number_lookup) values (${draft.id}, 'applicant', 'x', 'passport', 'x', 'x')`
      }
      await sql`insert into application_events (application_id, name, from_status, to_status, actor, resident_id)
        values (${draft.id}, 'submit', 'draft', 'accepted', 'resident', ${at.open.resident.residentId})`
      await addClock(sql, { applicationId: draft.id, kind: 'office-must-decide' })
      await sql`update applications set status = 'accepted', reference = 'HS-2611-24-9999-1', applied_by = 'self',
        office_code = ${testOffice}, address_basis = 'residence', stage = 'expecting', accepted_at = service_now()
        where id = ${draft.id}`
    }
    await at.bothAreRefused(sql => submit(sql, { withApplicant: true }), 'an_accepted_application_is_signed')
    await at.bothAreRefused(
      sql => submit(sql, { withApplicant: false }),
      'an_accepted_application_has_its_applicant',
    )
  })

  it('goes to another office only by a transfer with its event, while open, and its clock goes with it', async () => {
    const move = (sql: postgres.TransactionSql, { id }: TestCase) =>
      sql`update applications set office_code = ${otherOffice}, first_contact_id = null where id = ${id}`
    await at.bothAreRefused(sql => move(sql, at.open), 'a_transfer_leaves_an_event')
    await at.bothAreRefused(sql => move(sql, at.registered), 'only_an_open_case_is_transferred')
    await at.bothAreRefused(async sql => {
      await addEvent(sql, { of: at.open, name: 'transfer', to: 'accepted' })
      await move(sql, at.open)
    }, 'the_clock_goes_with_its_case')
  })
})
