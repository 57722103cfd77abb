import { expect, test } from 'vitest'
import type { StaffRole, StaffViewer } from '@/lib/identity'
import { mayAllowExport, stateOfExport } from './may-export'

const viewer = (role: StaffRole, staffId: string) => ({ kind: 'staff', role, staffId }) as StaffViewer
const now = new Date('2026-11-25T10:00:00+08:00')
const later = new Date(now.getTime() + 3_600_000)
const earlier = new Date(now.getTime() - 3_600_000)

test('another auditor or the county allows an export, never whoever asked for it', () => {
  const may = (role: StaffRole, staffId = 'other') =>
    mayAllowExport({ viewer: viewer(role, staffId), requestedById: 'asker' })
  expect(may('auditor')).toBe(true)
  expect(may('county')).toBe(true)
  expect(may('auditor', 'asker')).toBe(false)
  for (const role of ['officer', 'supervisor', 'administrator'] as const) expect(may(role)).toBe(false)
})

test.each([
  ['asked for', { outcome: null, takenAt: null, expiresAt: later }, 'waits'],
  ['asked for too long ago', { outcome: null, takenAt: null, expiresAt: earlier }, 'expired'],
  ['allowed', { outcome: 'allowed', takenAt: null, expiresAt: later }, 'allowed'],
  ['allowed and not taken in time', { outcome: 'allowed', takenAt: null, expiresAt: earlier }, 'expired'],
  ['declined', { outcome: 'declined', takenAt: null, expiresAt: earlier }, 'declined'],
  ['taken', { outcome: 'allowed', takenAt: now, expiresAt: earlier }, 'taken'],
] as const)('an export that was %s', (_what, row, expected) => {
  expect(stateOfExport(row, { now })).toBe(expected)
})
