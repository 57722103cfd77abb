import { describe, expect, test } from 'vitest'
import { extend } from './extension'
import { office, time } from './test-office'

const extension = {
  dueAt: time('Fri 13 Feb 2026 17:30'),
  extendedAt: time('Fri 13 Feb 2026 10:00'),
  workingDays: 3,
  longestWorkingDays: 10,
  statutoryDueAt: time('Mon 9 Mar 2026 17:30'),
  ...office,
}

describe('an extension', () => {
  test('adds working days after the due day, holidays and make-up days as ever', () => {
    const value = { dueAt: time('Wed 25 Feb 2026 17:30'), provisional: false }
    expect(extend(extension)).toEqual({ ok: true, value })
  })
  test('is in time at the due time itself, and over after it', () => {
    expect(extend({ ...extension, extendedAt: extension.dueAt }).ok).toBe(true)
    const extendedAt = new Date(extension.dueAt.getTime() + 1)
    expect(extend({ ...extension, extendedAt })).toMatchObject({ ok: false, failure: 'already-over' })
  })
  test('is no longer than the law allows', () => {
    const statutoryDueAt = time('Mon 30 Mar 2026 17:30')
    expect(extend({ ...extension, statutoryDueAt, workingDays: 10 }).ok).toBe(true)
    const refused = { ok: false, failure: 'too-long', details: { longestWorkingDays: 10 } }
    expect(extend({ ...extension, statutoryDueAt, workingDays: 11 })).toEqual(refused)
  })
  test('may reach the statutory limit and never pass it', () => {
    const statutoryDueAt = time('Wed 25 Feb 2026 17:30')
    expect(extend({ ...extension, statutoryDueAt, workingDays: 3 }).ok).toBe(true)
    const refused = { ok: false, failure: 'beyond-statutory', details: { statutoryDueAt } }
    expect(extend({ ...extension, statutoryDueAt, workingDays: 4 })).toEqual(refused)
  })
  test('is provisional when it reaches a year that is not announced', () => {
    const late = {
      dueAt: time('Wed 30 Dec 2026 17:30'),
      extendedAt: time('Wed 30 Dec 2026 10:00'),
      statutoryDueAt: time('Fri 15 Jan 2027 17:30'),
    }
    expect(extend({ ...extension, ...late })).toMatchObject({ ok: true, value: { provisional: true } })
  })
  test.each([0, -1, 0.5])('of %d days is nonsense', workingDays => {
    expect(() => extend({ ...extension, workingDays })).toThrow(RangeError)
  })
})
