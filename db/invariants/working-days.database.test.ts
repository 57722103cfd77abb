import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarInForce } from '@/lib/deadlines'
import { datesBetween, workingDayAfter } from '@/lib/deadlines/rules/working-calendar'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

it('the database counts working days as the rules do, from every day of 2012 to 2026', async () => {
  const calendar = await calendarInForce(test.db)
  for (const workingDays of [1, 5, 15]) {
    const counted = await test.app<{ day: string; reached: string }[]>`
      select day::date::text as day, working_day_after(day::date, ${workingDays})::text as reached
      from generate_series(timestamp '2012-01-01', timestamp '2026-12-01', interval '1 day') day order by 1`
    const expected = datesBetween({ from: '2012-01-01', through: '2026-12-01' }).map(date => ({
      day: date,
      reached: workingDayAfter({ date, workingDays, calendar }),
    }))
    expect([...counted]).toEqual(expected)
  }
})
