import * as argon2 from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as schema from '@/db/schema'
import { aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { hashPassword } from './passwords'
import { signInStaff } from './staff-sign-in'

// Whoever times the answers to a sign-in must learn nothing about who works here. Counted, not timed: the same
// statements and the same costly hash.

vi.mock('@node-rs/argon2', async original => {
  const real = await original<typeof argon2>()
  return { ...real, verify: vi.fn(real.verify) }
})

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const place = { address: '192.0.2.1', device: null }

async function workOf(signInName: string): Promise<{ statements: string[]; hashes: number }> {
  const statements: string[] = []
  const client = postgres(test.appUrl, { max: 1, onnotice: () => {} })
  const logger = { logQuery: (query: string) => void statements.push(query) }
  const db = drizzle(client, { schema, casing: 'snake_case', logger })
  vi.mocked(argon2.verify).mockClear()
  const signedIn = await signInStaff({ signInName, password: 'certainly not this', place }, { db })
  expect(signedIn).toMatchObject({ ok: false, failure: 'wrong-name-or-password' })
  await client.end()
  return { statements, hashes: vi.mocked(argon2.verify).mock.calls.length }
}

it('a name that nobody has, one of somebody who left and a colleague’s cost the same work', async () => {
  const colleague = await aStaffMember(test.db)
  const gone = await aStaffMember(test.db)
  const passwordHash = await hashPassword('a password of their own')
  await test.db.update(schema.staff).set({ passwordHash })
  await test.db.update(schema.staff).set({ active: false }).where(eq(schema.staff.id, gone.staffId))
  const nameOf = async (staffId: string) => {
    const [row] = await test.db.select().from(schema.staff).where(eq(schema.staff.id, staffId))
    return row?.signInName ?? ''
  }
  const known = await workOf(await nameOf(colleague.staffId))
  expect(known.hashes).toBe(1)
  expect(known.statements.length).toBeGreaterThan(1)
  expect(await workOf('nobody-of-this-name')).toEqual(known)
  expect(await workOf(await nameOf(gone.staffId))).toEqual(known)
})
