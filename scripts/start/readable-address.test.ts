import { expect, test } from 'vitest'
import { isReadableAddress } from './readable-address'

test.each([
  ['/', true],
  ['/applications/HS-2611-24-0017-4?back=%2F', true],
  ['/v/%F0%A0%AE%B7', true],
  ['/guide?q=100%', true],
  ['//[', false],
  ['//42020200626112600001?because=x', false],
  ['/staff/cases/%', false],
  ['/staff/cases/%zz', false],
  ['/staff/cases/%ff', false],
  ['/staff/cases/%ed%a0%80', false],
  ['/staff/admin/staff/%00', false],
  ['/sign-in?back=%00', false],
])('%s: %s', (address, expected) => {
  expect(isReadableAddress(address)).toBe(expected)
})
