import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { verifyPassword } from '@/lib/identity'
import { readResidentIdNumber } from '@/lib/identity/rules/resident-id-number'
import { seedDemo } from './seed-demo'

let test: TestDatabase
let made: number | null
beforeAll(async () => {
  test = await createTestDatabase()
  made = await seedDemo(test)
}, 180_000)
afterAll(() => test.drop())

describe('the demo', () => {
  it('has some 200 applications in every state', async () => {
    expect(made).toBeGreaterThan(190)
    const rows = await test.app<{ status: string; count: number }[]>`
      select status, count(*)::int from applications group by 1`
    const counts = Object.fromEntries(rows.map(({ status, count }) => [status, count]))
    expect(Object.keys(counts).sort()).toEqual([
      'accepted',
      'closed',
      'correction_requested',
      'draft',
      'registered',
      'rejected',
      'withdrawn',
    ])
    expect(counts.accepted).toBeGreaterThan(30)
  })

  it('has twelve accounts of three offices, the county, an administrator and an auditor', async () => {
    const accounts = await test.app`select sign_in_name, role, password_hash,
      array(select office_code from staff_offices o where o.staff_id = staff.id order by 1) as offices
      from staff order by sign_in_name`
    expect(accounts.map(({ sign_in_name }) => sign_in_name)).toEqual(
      'admin auditor chenxiao county huangtao lina liuyang maqiang sunli xujing zhaomin zhouwei'.split(' '),
    )
    const [county] = accounts.filter(({ role }) => role === 'county')
    expect(county?.offices).toHaveLength(3)
    const hashes = accounts.map(({ password_hash }) => password_hash)
    expect(new Set(hashes).size).toBe(12)
    expect(await verifyPassword({ password: 'demo-2026-huangshi', passwordHash: hashes[0] })).toBe(true)
  })

  it('leaves the clock of the service right, and nothing in the future', async () => {
    const [clock] = await test.app`select ahead::text from service_clock`
    expect(clock?.ahead).toBe('00:00:00')
    const [late] = await test.app`select count(*)::int from application_events where at > service_now()`
    expect(late?.count).toBe(0)
  })

  it('leaves no deadline overdue and no job to run now', async () => {
    const [overdue] = await test.app`
      select count(*)::int from deadlines where state = 'running' and due_at < service_now()`
    expect(overdue?.count).toBe(0)
    const [unsent] = await test.app`select count(*)::int from notifications where sent_at is null`
    expect(unsent?.count).toBe(0)
  })

  it('shows lapses with their supervision records, corrections, transfers, extensions and reasons', async () => {
    const [shown] = await test.app`select
      (select count(*) from supervision_records)::int as lapses,
      (select count(*) from correction_notices where answered_at is null)::int as waiting,
      (select count(*) from application_events where name = 'transfer')::int as transfers,
      (select count(*) from deadlines where extension_working_days is not null)::int as extensions,
      (select count(distinct reason_id) from decisions)::int as reasons,
      (select count(*) from decisions where set_aside_at is not null)::int as set_right,
      (select count(*) from rejection_proposals where answered_at is null)::int as proposed,
      (select count(*) from applications where claimed_at is not null)::int as claimed,
      (select count(*) from certificates)::int as certificates,
      (select count(*) from complaints where outcome is not null)::int as answered_complaints,
      (select count(*) from complaints where answered_at is null and escalated_at is null)::int as complaints,
      (select count(*) from complaints where answered_at is null and escalated_at is not null)::int as at_the_county,
      (select count(*) from commitment_signatures where way = 'check')::int as checks_asked_for`
    expect(Object.entries(shown ?? {}).filter(([, count]) => count === 0)).toEqual([])
  })

  it('names people with numbers that pass the check of GB 11643, once each', async () => {
    const { db } = test
    const parties = await db.query.applicationParties.findMany()
    const numbers = parties.flatMap(({ documentKind, documentNumber }) =>
      documentKind === 'resident-id-card' && documentNumber ? [documentNumber] : [],
    )
    expect(numbers.length).toBeGreaterThan(250)
    expect(numbers.filter(raw => !readResidentIdNumber({ raw, today: '2026-11-25' }).ok)).toEqual([])
  })

  it('gives the demo resident a certificate, an open case, a question to answer and a draft', async () => {
    const rows = await test.app`select a.status from applications a
      where resident_id = (select resident_id from applications where status = 'draft') order by 1`
    expect(rows.map(({ status }) => status)).toEqual([
      'accepted',
      'correction_requested',
      'draft',
      'registered',
    ])
  })

  it('is played only once', async () => {
    expect(await seedDemo(test)).toBeNull()
  })
})

describe('the small demo', () => {
  it.each([
    ['on a working day', '2026-11-25T15:00:00+08:00'],
    ['before the offices open', '2026-11-25T07:00:00+08:00'],
    ['when they have just opened', '2026-11-25T09:01:00+08:00'],
    ['late in the evening', '2026-11-25T23:30:00+08:00'],
    ['on a Sunday', '2026-11-22T12:00:00+08:00'],
    ['in the longest holiday', '2026-10-04T12:00:00+08:00'],
  ])('has the same people and a dozen cases, also %s', { timeout: 120_000 }, async (_when, present) => {
    const small = await createTestDatabase()
    const few = await seedDemo({ ...small, size: 'small', present: new Date(present) })
    expect(few).toBeGreaterThan(10)
    expect(few).toBeLessThan(22)
    const [late] =
      await small.app`select count(*)::int from application_events where at > ${present}::timestamptz`
    expect(late?.count).toBe(0)
    await small.drop()
  })
})
