import { expect, test } from 'vitest'
import { whoActedWithoutStaff } from './who-acted'

test.each([
  ['other-parent-confirmed', false, 'other-parent'],
  ['other-parent-objected', false, 'other-parent'],
  ['submit', true, 'applicant'],
  ['mandate-confirmed', true, 'applicant'],
  ['register-by-lapse', false, 'system'],
] as const)('%s is the act of who acted', (name, byResident, expected) => {
  expect(whoActedWithoutStaff({ name, byResident })).toBe(expected)
})
