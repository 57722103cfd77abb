import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueAt } from './due-date'
import { extendedDueDate } from './extension'
import { pauseClock, resumeClock } from './pause'
import { publishedCalendar } from './published-calendars'
import { type RunningClock, recomputeDueDate } from './recompute'
import { shanghaiDayOf } from './shanghai-time'
import { anyInstant, office, time, upToDays } from './test-office'
import { type CalendarDay, datesBetween, workingCalendar } from './working-calendar'

const before = office.calendar
const published = publishedCalendar()

/** The calendar with a notice for 2027 as it might come: 元旦 1–3 January, worked on Sunday 27 December. */
const notice2027: CalendarDay[] = [
  { date: '2026-12-27', kind: 'make-up-working-day', name: '元旦' },
  ...['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map(
    (date): CalendarDay => ({ date, kind: 'holiday', name: '元旦' }),
  ),
]
const after = workingCalendar({
  days: [...published.days, ...notice2027],
  announcedYears: [...published.announcedYears, 2027],
})

const plain = (startedAt: Date, workingDays: number): RunningClock => ({
  startedAt,
  workingDays,
  pauses: [],
  extensionWorkingDays: null,
})

describe('once the notice for 2027 is out, a deadline', () => {
  test.each([
    ['Wed 30 Dec 2026 10:00', 3, 'Mon 4 Jan 2027', 'Wed 6 Jan 2027', 'moves behind the holiday'],
    ['Fri 25 Dec 2026 10:00', 2, 'Tue 29 Dec 2026', 'Mon 28 Dec 2026', 'comes earlier by the Sunday worked'],
    ['Mon 28 Dec 2026 10:00', 3, 'Thu 31 Dec 2026', 'Thu 31 Dec 2026', 'stays before it'],
    ['Tue 5 Jan 2027 10:00', 3, 'Fri 8 Jan 2027', 'Fri 8 Jan 2027', 'stays behind it'],
  ])('handed in %s, %i working days, due %s: %s, it %s', (submitted, workingDays, was, is) => {
    const clock = plain(time(submitted), workingDays)
    const standing = time(`${was} 17:30`)
    expect(dueAt({ ...clock, ...office }).dueAt).toEqual(standing)
    const now = new Date(clock.startedAt.getTime() + 60_000)
    const moved = recomputeDueDate({ clock, dueAt: standing, before, after, opensAt: '08:30', now })
    expect(moved).toMatchObject({ dueAt: time(`${is} 17:30`), provisional: false, moved: was !== is })
  })

  test('is no longer provisional, though it did not move', () => {
    const clock = plain(time('Tue 5 Jan 2027 10:00'), 3)
    const { dueAt: standing, provisional } = dueAt({ ...clock, ...office })
    expect(provisional).toBe(true)
    const kept = recomputeDueDate({
      clock,
      dueAt: standing,
      before,
      after,
      opensAt: '08:30',
      now: clock.startedAt,
    })
    expect(kept).toMatchObject({ dueAt: standing, provisional: false, moved: false })
  })

  test('never moves into the past, but to the next closing', () => {
    const clock = plain(time('Fri 25 Dec 2026 10:00'), 2)
    const standing = time('Tue 29 Dec 2026 17:30')
    const asked = (now: string) =>
      recomputeDueDate({ clock, dueAt: standing, before, after, opensAt: '08:30', now: time(now) }).dueAt
    expect(asked('Mon 28 Dec 2026 17:30')).toEqual(time('Mon 28 Dec 2026 17:30'))
    expect(asked('Mon 28 Dec 2026 17:31')).toEqual(standing)
    expect(asked('Tue 29 Dec 2026 12:00')).toEqual(standing)
  })

  test('that has passed stays, for its consequence is due', () => {
    const clock = plain(time('Wed 30 Dec 2026 10:00'), 3)
    const standing = time('Mon 4 Jan 2027 17:30')
    const now = new Date(standing.getTime() + 1)
    const kept = recomputeDueDate({ clock, dueAt: standing, before, after, opensAt: '08:30', now })
    expect(kept).toMatchObject({ dueAt: standing, moved: false })
  })

  test('keeps the closing time that it was given, though the office has changed its hours', () => {
    const clock = plain(time('Wed 30 Dec 2026 10:00'), 3)
    const standing = time('Mon 4 Jan 2027 18:00')
    const moved = recomputeDueDate({
      clock,
      dueAt: standing,
      before,
      after,
      opensAt: '09:00',
      now: clock.startedAt,
    })
    expect(moved.dueAt).toEqual(time('Wed 6 Jan 2027 18:00'))
  })
})

const later = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds)

/** A clock as it comes to stand in the table: counted, perhaps extended, perhaps stopped and resumed. */
const anyStoredClock = fc
  .record({
    startedAt: anyInstant,
    workingDays: fc.integer({ min: 1, max: 20 }),
    extension: fc.option(fc.integer({ min: 1, max: 10 })),
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    pause: upToDays(30),
  })
  .map(({ startedAt, workingDays, extension, share, pause }) => {
    const clock: RunningClock = { startedAt, workingDays, pauses: [], extensionWorkingDays: extension }
    let end = dueAt({ startedAt, workingDays, ...office }).dueAt
    if (extension !== null) end = extendedDueDate({ dueAt: end, workingDays: extension, ...office }).dueAt
    if (share === null) return { clock, end }
    const from = later(startedAt, Math.round(share * (end.getTime() - startedAt.getTime())))
    const to = later(from, pause)
    const left = pauseClock({ dueAt: end, pausedAt: from, ...office })
    return {
      clock: { ...clock, pauses: [{ from, to }] },
      end: resumeClock({ left, resumedAt: to, ...office }).dueAt,
    }
  })

/** Another calendar: some working days of the clock's time become days off, some days off are worked. */
function calendarWith({ off, worked }: { off: string[]; worked: string[] }) {
  const changed = new Set([...off, ...worked])
  return workingCalendar({
    days: [
      ...published.days.filter(({ date }) => !changed.has(date)),
      ...off.map((date): CalendarDay => ({ date, kind: 'holiday', name: '假日' })),
      ...worked.map((date): CalendarDay => ({ date, kind: 'make-up-working-day', name: '调休' })),
    ],
    announcedYears: published.announcedYears,
  })
}

describe('whatever clock runs', () => {
  test('an unchanged calendar moves nothing: pauses and extensions are counted as they were', () => {
    fc.assert(
      fc.property(anyStoredClock, upToDays(60), ({ clock, end }, passed) => {
        const now = later(clock.startedAt, passed)
        const same = calendarWith({ off: [], worked: [] })
        const kept = recomputeDueDate({ clock, dueAt: end, before, after: same, opensAt: '08:30', now })
        expect(kept).toMatchObject({ dueAt: end, moved: false })
      }),
      { numRuns: 500 },
    )
  })

  test('to another calendar and back again leads to the date that stood', () => {
    fc.assert(
      fc.property(anyStoredClock, ({ clock, end }) => {
        const none = workingCalendar({ days: [], announcedYears: published.announcedYears })
        const there = recomputeDueDate({
          clock,
          dueAt: end,
          before,
          after: none,
          opensAt: '08:30',
          now: clock.startedAt,
        })
        const back = recomputeDueDate({
          clock,
          dueAt: there.dueAt,
          before: none,
          after: before,
          opensAt: '08:30',
          now: clock.startedAt,
        })
        expect(back.dueAt).toEqual(end)
      }),
      { numRuns: 500 },
    )
  })

  test('new days off never bring it earlier, new working days never later; it ends at a closing ahead', () => {
    fc.assert(
      fc.property(
        anyStoredClock,
        fc.nat(),
        fc.boolean(),
        upToDays(10),
        ({ clock, end }, seed, off, passed) => {
          const days = datesBetween({ from: shanghaiDayOf(clock.startedAt), through: shanghaiDayOf(end) })
          const date = days[seed % days.length] ?? ''
          const changed = before.isWorkingDay(date) === off ? [date] : []
          const other = calendarWith(off ? { off: changed, worked: [] } : { off: [], worked: changed })
          const now = later(clock.startedAt, passed)
          const it = recomputeDueDate({ clock, dueAt: end, before, after: other, opensAt: '08:30', now })
          if (!it.moved) return
          expect(other.isWorkingDay(shanghaiDayOf(it.dueAt))).toBe(true)
          expect(it.dueAt > now || it.dueAt.getTime() === now.getTime()).toBe(true)
          if (off) expect(it.dueAt > end).toBe(true)
          else expect(it.dueAt < end).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})

test('hours that nobody could keep do not stop a recount', () => {
  const clock = plain(time('Wed 30 Dec 2026 10:00'), 3)
  const standing = time('Mon 4 Jan 2027 17:30')
  const opensAt = '19:00'
  const moved = recomputeDueDate({ clock, dueAt: standing, before, after, opensAt, now: clock.startedAt })
  expect(moved.dueAt).toEqual(time('Wed 6 Jan 2027 17:30'))
})
