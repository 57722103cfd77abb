import type postgres from 'postgres'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { registerApplication } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { type AttackedService, attackedService, otherOffice } from '../testing/attacked-service'
import { anAcceptedCase, aStaffMember, type TestCase, testOffice } from '../testing/test-cases'

let at: AttackedService
beforeAll(async () => {
  at = await attackedService()
})
afterAll(() => at.drop())

type Given = { of?: TestCase; by?: TestCase; office?: string; step?: number }

/** A rating, promised an answer where it is low, as raw SQL would make it. */
const rate = (
  sql: postgres.TransactionSql,
  { of = at.registered, by = of, office = testOffice, step = 1 }: Given = {},
) =>
  sql`insert into ratings (application_id, resident_id, office_code, step, answer_by) values (${of.id},
    ${by.resident.residentId}, ${office}, ${step}::int,
    case when ${step}::int <= 2 then service_now() + interval '3 days' end)`

const answer = (sql: postgres.TransactionSql, by: StaffViewer) =>
  sql`update ratings set answered_at = service_now(), answered_by_id = ${by.staffId}, answer = 'sealed'`

describe('a rating', () => {
  it('comes from whoever speaks for the case', () =>
    at.bothAreRefused(sql => rate(sql, { by: at.rejected }), 'a_rating_comes_from_its_applicant'))

  it('follows a decision', async () => {
    for (const of of [at.open, at.waiting, at.withdrawn]) {
      await at.bothAreRefused(sql => rate(sql, { of }), 'a_rating_follows_a_decision')
    }
  })

  it('counts for the office of its case', () =>
    at.bothAreRefused(sql => rate(sql, { office: otherOffice }), 'a_rating_is_of_the_office_that_decided'))

  it('has five steps', async () => {
    for (const step of [0, 6]) await at.bothAreRefused(sql => rate(sql, { step }), 'a_rating_has_five_steps')
  })

  it('is given once a case', () =>
    at.bothAreRefused(async sql => {
      await rate(sql)
      await rate(sql, { step: 5 })
    }, 'one_rating_a_case'))

  it('is promised an answer if it is low, and only then', async () => {
    for (const [step, promised] of [
      [1, null],
      [3, '2026-12-04'],
    ] as const) {
      await at.bothAreRefused(
        sql => sql`insert into ratings (application_id, resident_id, office_code, step, answer_by) values
          (${at.registered.id}, ${at.registered.resident.residentId}, ${testOffice}, ${step}, ${promised})`,
        'a_low_rating_is_promised_an_answer',
      )
    }
  })

  it('is never made better, moved to later or said otherwise', async () => {
    for (const change of [
      'step = 5, answer_by = null',
      "answer_by = answer_by + interval '1 day'",
      "words = 'x'",
    ]) {
      await at.bothAreRefused(async sql => {
        await rate(sql)
        await sql.unsafe(`update ratings set ${change}`)
      }, 'a_rating_is_answered_once_and_never_edited')
    }
  })
})

describe('the answer to a low rating', () => {
  it('comes from a supervisor of the office, and from the county only once it is late', async () => {
    for (const somebody of [at.officer, at.county, at.stranger]) {
      await at.bothAreRefused(async sql => {
        await rate(sql)
        await answer(sql, somebody)
      }, 'a_rating_is_answered_by_a_supervisor_or_late_by_the_county')
    }
  })

  it('does not come from whoever handled the case', async () => {
    const own = await anAcceptedCase(at.db)
    await registerApplication({ ...own, viewer: at.supervisor }, at)
    await at.bothAreRefused(async sql => {
      await rate(sql, { of: own })
      await answer(sql, at.supervisor)
    }, 'nobody_answers_a_rating_about_themselves')
  })

  it('is given once', async () => {
    const other = await aStaffMember(at.db, { role: 'supervisor' })
    await at.bothAreRefused(async sql => {
      await rate(sql)
      await answer(sql, other)
      await answer(sql, other)
    }, 'a_rating_is_answered_once_and_never_edited')
  })

  it('is given to nobody who was promised none', () =>
    at.bothAreRefused(async sql => {
      await rate(sql, { step: 5 })
      await answer(sql, at.supervisor)
    }, 'an_answered_rating_was_promised_one_and_names_its_person'))
})
