import type postgres from 'postgres'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type AttackedService, attackedService } from '../testing/attacked-service'

let at: AttackedService
beforeAll(async () => {
  at = await attackedService()
})
afterAll(() => at.drop())

describe('a certificate', () => {
  it.each([
    ['its holders', `holders = 'x'`],
    ['its office', `office_name = 'x'`],
    ['its date', `issued_on = issued_on - 1`],
    ['its token', `token = 'x'`],
    ['its basis', `registration_basis = 'deemed-by-lapse'`],
  ])('keeps %s', async (_what, change) => {
    await at.bothAreRefused(
      sql => sql.unsafe(`update certificates set ${change} where application_id = '${at.registered.id}'`),
      'a_certificate_stays_as_issued',
    )
  })

  it('that was replaced never becomes valid again', async () => {
    await at.bothAreRefused(async sql => {
      await sql`update certificates set status = 'superseded' where application_id = ${at.registered.id}`
      await sql`update certificates set status = 'valid' where application_id = ${at.registered.id}`
    }, 'an_ended_certificate_stays_ended')
  })

  it('is the only valid one of its case', async () => {
    await at.bothAreRefused(
      sql => copyOfCertificate(sql, { version: '2', applicationId: 'application_id' }),
      'one_valid_certificate_a_case',
    )
  })

  it('is issued for a registered case only', async () => {
    await at.bothAreRefused(
      sql => copyOfCertificate(sql, { version: '1', applicationId: `'${at.open.id}'` }),
      'a_certificate_has_its_registration',
    )
  })

  it('is never taken away', async () => {
    await at.onlyTheOwnerGetsAsFarAs('a_certificate_is_never_deleted', sql => sql`delete from certificates`)
    await at.onlyTheOwnerGetsAsFarAs(
      'certificates_are_never_deleted',
      sql => sql`truncate certificates cascade`,
    )
  })
})

/** The certificate of the registered case once more, under other numbers. */
function copyOfCertificate(
  sql: postgres.TransactionSql,
  { version, applicationId }: { version: string; applicationId: string },
) {
  return sql.unsafe(`insert into certificates (application_id, number, identifier, check_code, version, title,
    title_english, holders, office_code, office_name, county_name, registration_basis, issued_on, issued_at, key_id,
    token, verification_link, demonstration) select ${applicationId}, 'copy', 'copy', check_code, ${version}, title,
    title_english, holders, office_code, office_name, county_name, registration_basis, issued_on, issued_at, key_id,
    token, verification_link, demonstration from certificates where application_id = '${at.registered.id}'`)
}
