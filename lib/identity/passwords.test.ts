import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './passwords'

test('a password opens its own hash and no other', async () => {
  const passwordHash = await hashPassword('正确的 密码 1')
  expect(passwordHash).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  expect(await verifyPassword({ password: '正确的 密码 1', passwordHash })).toBe(true)
  expect(await verifyPassword({ password: '正确的密码1', passwordHash })).toBe(false)
  expect(await verifyPassword({ password: '', passwordHash })).toBe(false)
  expect(await verifyPassword({ password: 'x'.repeat(10_000), passwordHash })).toBe(false)
})

test('without an account no password is right, not even the one behind the stand-in hash', async () => {
  expect(await verifyPassword({ password: 'nobody has this password', passwordHash: null })).toBe(false)
})
