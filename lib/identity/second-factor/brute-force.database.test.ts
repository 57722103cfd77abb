import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { serviceNow } from '@/lib/platform/database'
import { findFirstStep, startFirstStep } from '../sessions'
import { showSecondFactor } from './show-second-factor'
import type { ShownFactor } from './shown-factor'
import { anEquippedMember, anotherCode, type EquippedMember } from './testing/equipped-member'
import { rememberDevice, takePasswordTry } from './tries'

// The arithmetic behind these limits stands in docs/security.md, "Guessing".

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Somebody who knows the password, and comes from another address in a new browser each time. */
async function guess({ viewer: { staffId } }: EquippedMember, shown: ShownFactor, number: number) {
  const firstStep = await findFirstStep(await startFirstStep({ staffId }, database), database)
  if (!firstStep) throw new Error('the password opens the first step')
  const place = { address: `2001:db8::${number}`, device: null }
  return showSecondFactor({ firstStep, shown, place }, database)
}

/** How many guesses count in so many hours of somebody who comes back the moment that a pause is over. */
async function guessesIn(hours: number, member: EquippedMember, shown: ShownFactor): Promise<number> {
  const end = (await serviceNow(database.db)).getTime() + hours * 3_600_000
  let counted = 0
  for (let number = 0; number < 1_000; number += 1) {
    const tried = await guess(member, shown, number)
    if (tried.ok) throw new Error('the guess was right')
    const { until } = tried.details
    if (tried.failure !== 'paused') counted += 1
    else if (until instanceof Date && until.getTime() < end) await database.travelTo(until)
    else return counted
  }
  throw new Error('a thousand guesses in a day')
}

describe('whoever has the password and guesses the second factor for two days', () => {
  test('has 58 guesses at a code, from whatever addresses: 1 in 5,700 for both days', async () => {
    const member = await anEquippedMember(database.db)
    const code = anotherCode(await member.codeNow())
    const guesses = await guessesIn(48, member, { kind: 'code', code })
    expect(guesses).toBeLessThanOrEqual(58)
    const tried = (guesses * 3) / 1e6 // Three codes count at a time.
    expect(1 / tried).toBeGreaterThan(5_700)
  })

  test('has no more at recovery codes, and shares them with the codes', async () => {
    const member = await anEquippedMember(database.db)
    const shown = { kind: 'recovery-code', code: 'aaaa-bbbb-cccc' } as const
    expect(await guessesIn(48, member, shown)).toBeLessThanOrEqual(58)
    const code = anotherCode(await member.codeNow())
    expect(await guess(member, { kind: 'code', code }, 1)).toMatchObject({ failure: 'paused' })
  })

  test('gains nothing by forty guesses at the same moment', async () => {
    const member = await anEquippedMember(database.db)
    const shown = { kind: 'code', code: anotherCode(await member.codeNow()) } as const
    const tries = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(member, shown, n)))
    const counted = tries.filter(tried => !tried.ok && tried.failure !== 'paused')
    expect(counted).toHaveLength(5)
  })
})

describe('whoever tries one password at every account', () => {
  const attempt = (account: string, address: string, device: string | null = null) =>
    takePasswordTry({ account, place: { address, device } }, database)

  /** How many of two hundred and five tries from one address count, each at another account. */
  async function countedFrom(address: string): Promise<number> {
    const names = Array.from({ length: 205 }, (_, n) => `${address}-${n}`)
    const tries = await Promise.all(names.map(name => attempt(name, address)))
    return tries.filter(({ ok }) => ok).length
  }

  test('has two hundred tries an hour from one address, a thousand from all, and locks nobody out', async () => {
    await rememberDevice({ account: 'lina', place: { address: '-', device: 'own' } }, { db: database.db })
    const counted = []
    for (let n = 0; n < 6; n += 1) counted.push(await countedFrom(`203.0.113.${n}`))
    expect(counted).toEqual([200, 200, 200, 200, 200, 0])
    expect(await attempt('lina', '203.0.113.0')).toMatchObject({ failure: 'paused' })
    expect(await attempt('lina', '203.0.113.0', 'own')).toMatchObject({ ok: true })
    await database.travelTo(new Date((await serviceNow(database.db)).getTime() + 3_601_000))
    expect(await attempt('newcomer', '203.0.113.0')).toMatchObject({ ok: true })
  })
})
