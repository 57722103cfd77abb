import { expect, test } from 'vitest'
import { whoActedWithoutStaff } from './who-acted'

test.each([
  ['other-parent-confirmed', false, false, 'other-parent'],
  ['other-parent-objected', false, false, 'other-parent'],
  ['submit', true, false, 'applicant'],
  ['submit', true, true, 'proxy'],
  ['mandate-confirmed', true, false, 'applicant'],
  ['register-by-lapse', false, false, 'system'],
] as const)('%s is the act of who acted', (name, byResident, byProxy, expected) => {
  expect(whoActedWithoutStaff({ name, byResident, byProxy })).toBe(expected)
})
