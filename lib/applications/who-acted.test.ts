import { expect, test } from 'vitest'
import { isActOfProxy, whoActedWithoutStaff } from './who-acted'

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

test.each([
  ['proxy', 'grandmother', 'grandmother', true],
  ['proxy', 'daughter', 'grandmother', false],
  ['proxy', null, 'grandmother', false],
  ['self', 'mother', 'mother', false],
] as const)(
  'sent by %s: what %s did, where %s sent it, is the act of a proxy: %s',
  (appliedBy, who, sender, expected) => {
    expect(isActOfProxy({ residentId: who, application: { appliedBy, residentId: sender } })).toBe(expected)
  },
)

test('of an erased case nobody knows any more who applied for whom', () => {
  expect(isActOfProxy({ residentId: 'grandmother', application: null })).toBe(false)
})
