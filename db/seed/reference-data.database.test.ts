import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'
import { seedReferenceData } from '.'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const TABLES = [
  'counties',
  'offices',
  'application_transitions',
  'rejection_reasons',
  'time_limits',
  'calendar_days',
  'calendar_years',
  'commitment_versions',
  'guide_sections',
]

async function contents() {
  const rows = await Promise.all(
    TABLES.map(table => test.owner.unsafe(`select to_jsonb(t) as row from ${table} t order by 1`)),
  )
  return rows.map(ofTable => JSON.stringify(ofTable))
}

describe('the reference data', () => {
  it('knows the 6 counties and 57 offices of Huangshi, each with its own name and phone', async () => {
    const [counted] = await test.app`select
      (select count(*) from counties)::int as counties, count(*)::int as offices,
      count(distinct name)::int as names, count(distinct name_english)::int as english,
      count(distinct phone)::int as phones from offices`
    expect(counted).toEqual({ counties: 6, offices: 57, names: 57, english: 57, phones: 57 })
  })

  it('publishes exactly three reasons for refusal', async () => {
    const reasons = await test.app`select code from rejection_reasons order by code`
    expect(reasons.map(({ code }) => code)).toEqual([
      'already-registered',
      'identity-not-confirmed',
      'material-statement-false',
    ])
  })

  it('knows the calendar from the last day of 2011 to 2026, each year with its notice', async () => {
    const [years] = await test.app`select min(year), max(year), count(*)::int,
      bool_and(source_link like 'https://www.gov.cn/%') as linked from calendar_years`
    expect(years).toEqual({ min: 2012, max: 2026, count: 15, linked: true })
    const [day] = await test.app`select kind, date::text from calendar_days order by date limit 1`
    expect(day).toEqual({ kind: 'make-up-working-day', date: '2011-12-31' })
  })

  it('changes nothing when it is seeded again, even by two at once', async () => {
    const before = await contents()
    await Promise.all([seedReferenceData(test), seedReferenceData(test)])
    expect(await contents()).toEqual(before)
  })

  it('leaves alone what an administrator changed', async () => {
    await test.owner`update offices set closes_at = '17:00', phone = '0714-1' where code = '420202006'`
    await test.owner`delete from calendar_days where date = '2026-10-10'`
    await test.owner`update rejection_reasons set retired_at = service_now() where code = 'already-registered'`
    const before = await contents()
    await seedReferenceData(test)
    expect(await contents()).toEqual(before)
  })

  it('writes the transitions as the code has them, and takes away what the code no longer has', async () => {
    const before = await contents()
    await test.owner`update application_transitions set to_status = 'registered' where name = 'withdraw'`
    await test.owner`insert into application_transitions values ('revive', 'closed', 'accepted', 'system', '[]')`
    await seedReferenceData(test)
    expect(await contents()).toEqual(before)
  })
})
