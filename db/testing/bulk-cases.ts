import type postgres from 'postgres'
import { personalLookup, sealPersonalText } from '@/db/personal-data'

/**
 * Adds many cases at once, straight into the tables, for measurements and for tests of the sweep: one
 * resident, the cases spread evenly over the offices, their due times evenly over a span. Only the owner of
 * the tables can; the personal data keys must be set.
 */
export async function addCases(
  owner: postgres.Sql,
  {
    count,
    officeCodes,
    acceptedAt,
    firstDueAt,
    lastDueAt = firstDueAt,
    status = 'accepted',
  }: {
    count: number
    officeCodes: readonly string[]
    acceptedAt: Date
    firstDueAt: Date
    lastDueAt?: Date
    status?: 'accepted' | 'registered'
  },
): Promise<void> {
  const [phone, name, document] = ['+8613800009999', '王芳', '420202199305123523']
  const phoneLookup = personalLookup({ kind: 'phone', value: phone })
  const sealed = {
    phone: sealPersonalText(phone),
    name: sealPersonalText(name),
    document: sealPersonalText(document),
  }
  await owner.begin(async sql => {
    await sql`alter table applications disable trigger user`
    await sql`alter table deadlines disable trigger user`
    await sql`insert into residents (phone, phone_lookup) values (${sealed.phone}, ${phoneLookup}) on conflict do nothing`
    const [{ last } = { last: 0 }] = await sql<{ last: number }[]>`
      select coalesce(max(substr(reference, 6)::int), 0) as last from applications where reference like 'BULK-%'`
    await sql`
      insert into applications (status, resident_id, reference, office_code, applied_by, address_basis, stage,
        accepted_at, created_at, updated_at, contact_phone, contact_phone_lookup)
      select ${status}, r.id, 'BULK-' || n, (${officeCodes}::text[])[1 + n % ${officeCodes.length}::int], 'self',
        'residence', 'expecting', at, at, at, ${sealed.phone}, ${phoneLookup}
      from residents r, (select ${acceptedAt.toISOString()}::timestamptz) accepted (at),
        generate_series(${last}::int + 1, ${last + count}::int) n
      where r.phone_lookup = ${phoneLookup}`
    await sql`
      insert into application_parties (application_id, role, name, document_kind, document_number,
        document_number_lookup)
      select id, 'applicant', ${sealed.name}, 'resident-id-card', ${sealed.document}, reference
      from applications where reference like 'BULK-%' and substr(reference, 6)::int > ${last}`
    await sql`
      insert into deadlines (application_id, kind, state, met_at, office_code, law, working_days, started_at, starts_on, due_at,
        statutory_due_at, provisional)
      select id, 'office-must-decide', case status when 'accepted' then 'running' else 'met' end,
        case status when 'registered' then accepted_at + interval '1 hour' end, office_code, '-', 3, accepted_at, accepted_at::date,
        due.first + (due.last - due.first) * (substr(reference, 6)::int - ${last}) / ${count},
        accepted_at + interval '40 days', false
      from applications, (select ${firstDueAt.toISOString()}::timestamptz, ${lastDueAt.toISOString()}::timestamptz)
        due (first, last)
      where reference like 'BULK-%' and substr(reference, 6)::int > ${last}`
    await sql`alter table applications enable trigger user`
    await sql`alter table deadlines enable trigger user`
  })
  await owner`analyze`
}
