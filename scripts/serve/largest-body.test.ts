import { expect, test } from 'vitest'
import { LARGEST_FILE } from '../../lib/attachments'
import { largestBody } from './largest-body'

test('a file as large as applicants may show passes, and one too large still gets its sentence', () => {
  const room = largestBody('/applications/HS-2611-24-0017-4/documents/upload')
  expect(room).toBeGreaterThan(4 * LARGEST_FILE)
})

test.each([
  '/',
  '/api/v1/verify',
  '/staff/cases/HS-2611-24-0017-4',
  '/applications/HS-2611-24-0017-4/documents',
  '/applications/a/b/documents/upload',
  '/x?/applications/a/documents/upload',
  '/applications/a/documents/upload/more',
])('no other address takes more than a form: %s', address => {
  expect(largestBody(address)).toBe(256 * 1024)
})
