import { expect, test } from 'vitest'
import { protectedName } from './cookie'

test.each([
  [{ name: 'session', path: '/' }, true, '__Host-session'],
  [{ name: 'sign-in-phone', path: '/sign-in' }, true, '__Secure-sign-in-phone'],
  [{ name: 'session', path: '/' }, false, 'session'],
])('the cookie %o is called, by HTTPS %s, %s', (cookie, secure, name) => {
  expect(protectedName(cookie, { secure })).toBe(name)
})
