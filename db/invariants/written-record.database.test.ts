import { afterAll, beforeAll, describe, it } from 'vitest'
import { type AttackedService, attackedService } from '../testing/attacked-service'

let at: AttackedService
beforeAll(async () => {
  at = await attackedService()
})
afterAll(() => at.drop())

describe('what was written down', () => {
  it.each(['application_events', 'audit_events'])('%s are never changed, deleted or emptied', async table => {
    await at.owner`insert into audit_events (action) values ('test')`
    for (const attack of [
      `update ${table} set details = '{}'`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await at.onlyTheOwnerGetsAsFarAs(`${table}_are_append_only`, sql => sql.unsafe(attack))
    }
  })

  it('signatures stay as they were given', async () => {
    await at.onlyTheOwnerGetsAsFarAs(
      'commitment_signatures_are_append_only',
      sql => sql`update commitment_signatures set typed_name = 'x'`,
    )
    await at.onlyTheOwnerGetsAsFarAs(
      'commitment_signatures_are_append_only',
      sql => sql`delete from commitment_signatures`,
    )
  })

  it('reasons are retired, never edited or deleted', async () => {
    await at.bothAreRefused(
      sql => sql`update rejection_reasons set refuses = 'everything'`,
      'a_published_reason_is_only_retired',
    )
    await at.onlyTheOwnerGetsAsFarAs(
      'a_published_reason_is_only_retired',
      sql => sql`delete from rejection_reasons`,
    )
    await at.bothAreRefused(
      sql => sql`insert into rejection_reasons (code, version, title, title_english, law, law_english, refuses,
        refuses_english, next_step, next_step_english) select code, 2, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x'
        from rejection_reasons where code = 'already-registered'`,
      'one_published_version_a_reason',
    )
  })

  it('a supervision record is closed once, with a finding', async () => {
    await at.bothAreRefused(
      sql => sql`update supervision_records set closed_at = service_now()`,
      'a_closed_record_has_a_finding',
    )
    await at.bothAreRefused(async sql => {
      await sql`update supervision_records set closed_at = service_now(), finding = 'x'`
      await sql`update supervision_records set finding = 'y'`
    }, 'a_supervision_record_is_closed_once_and_never_edited')
    await at.onlyTheOwnerGetsAsFarAs(
      'supervision_records_are_never_deleted',
      sql => sql`delete from supervision_records`,
    )
  })
})
