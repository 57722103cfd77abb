import { describe, expect, test } from 'vitest'
import { pausedClock } from './paused-clock'
import { pauseClock, resumeClock } from './rules'
import { office, time } from './rules/test-office'

const stopped = (pausedAt: string, dueAt = 'Thu 12 Mar 2026 17:30') => {
  const left = pauseClock({ dueAt: time(dueAt), pausedAt: time(pausedAt), ...office })
  return {
    state: 'paused' as const,
    pausedWorkingDaysLeft: left.wholeWorkingDaysLeft,
    pausedMinutesLeft: left.remainderMinutes,
  }
}

describe('a clock that stands still', () => {
  test('says what it had left, and when it would end: a minute that does not fit is made up until the next closing', () => {
    const officeClock = stopped('Tue 10 Mar 2026 12:17')
    const atOnce = pausedClock({ officeClock, time: office, now: time('Tue 10 Mar 2026 12:17') })
    expect(atOnce).toEqual({
      left: { workingDays: 2, hours: 5, minutes: 13 },
      dueIfAnsweredNow: time('Thu 12 Mar 2026 17:30'),
    })
    const later = pausedClock({ officeClock, time: office, now: time('Tue 10 Mar 2026 12:18') })
    expect(later).toEqual({ left: atOnce?.left, dueIfAnsweredNow: time('Fri 13 Mar 2026 17:30') })
  })

  test('foretells what the resumption then does', () => {
    const now = time('Wed 18 Mar 2026 09:00')
    const left = { wholeWorkingDaysLeft: 2, remainderMinutes: 313 }
    expect(
      pausedClock({ officeClock: stopped('Tue 10 Mar 2026 12:17'), time: office, now })?.dueIfAnsweredNow,
    ).toEqual(resumeClock({ left, resumedAt: now, ...office }).dueAt)
  })

  test('counts a day that had not begun as a whole one', () => {
    const officeClock = stopped('Tue 10 Mar 2026 07:00')
    const found = pausedClock({ officeClock, time: office, now: time('Tue 10 Mar 2026 07:00') })
    expect(found?.left).toEqual({ workingDays: 3, hours: 0, minutes: 0 })
  })

  test('is told of no clock that runs', () => {
    const officeClock = { state: 'running' as const, pausedWorkingDaysLeft: null, pausedMinutesLeft: null }
    expect(pausedClock({ officeClock, time: office, now: time('Tue 10 Mar 2026 07:00') })).toBeNull()
  })
})
