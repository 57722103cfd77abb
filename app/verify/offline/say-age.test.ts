import { describe, expect, test } from 'vitest'
import { sayAge } from './say-age'

const now = new Date('2026-11-25T10:00:00+08:00')

describe('a list is', () => {
  test.each([
    ['2026-11-25T10:00:00+08:00', '0 minutes ago'],
    ['2026-11-25T08:01:00+08:00', '119 minutes ago'],
    ['2026-11-25T08:00:00+08:00', '2 hours ago'],
    ['2026-11-23T10:01:00+08:00', '47 hours ago'],
    ['2026-11-22T10:00:00+08:00', '3 days ago'],
    ['2026-11-25T10:03:00+08:00', '0 minutes ago'],
  ])('of %s: %s', (instant, said) => {
    expect(sayAge({ instant: new Date(instant), now, locale: 'en' })).toBe(said)
  })

  test('as old in Chinese', () => {
    expect(sayAge({ instant: new Date('2026-11-25T07:00:00+08:00'), now, locale: 'zh-CN' })).toMatch(/^3\D+$/)
  })
})
