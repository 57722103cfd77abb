import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffAuthenticators } from '@/db/schema'
import { aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { serviceNow } from '@/lib/platform/database'
import { type FirstStep, findFirstStep, findSession, startFirstStep } from '../sessions'
import { secretToSetUp } from './authenticators'
import { setUpFirstFactor } from './own-factors'
import { showSecondFactor } from './show-second-factor'
import { totpAt } from './totp'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const place = (address = 'desk', device: string | null = null) => ({ address, device })

async function firstStepOf(staffId: string): Promise<{ secret: string; firstStep: FirstStep }> {
  const secret = await startFirstStep({ staffId }, database)
  const firstStep = await findFirstStep(secret, database)
  if (!firstStep) throw new Error('the first step has just begun')
  return { secret, firstStep }
}

/** A member of staff with an app that has not shown a code yet, and ten recovery codes. */
async function anEquippedMember(device = 'own') {
  const { staffId } = await aStaffMember(database.db)
  const { firstStep } = await firstStepOf(staffId)
  const secret = await secretToSetUp(database.db, { staffId })
  const now = await serviceNow(database.db)
  const factor = { kind: 'code', code: totpAt({ secret, at: now }) } as const
  const kept = await setUpFirstFactor({ firstStep, factor, place: place('desk', device) }, database)
  if (!kept.ok) throw new Error(kept.failure)
  await database.db.update(staffAuthenticators).set({ lastStep: 0 })
  const codeNow = async () => totpAt({ secret, at: await serviceNow(database.db) })
  return { staffId, codeNow, recoveryCodes: kept.value.recoveryCodes }
}

test('the password alone opens nothing but the second step, and that ends when the factor is shown', async () => {
  const { staffId, codeNow } = await anEquippedMember()
  const { secret, firstStep } = await firstStepOf(staffId)
  expect(await findSession(secret, database)).toBeNull()
  const shown = { kind: 'code', code: await codeNow() } as const
  const entered = await showSecondFactor({ firstStep, shown, place: place() }, database)
  if (!entered.ok) throw new Error(entered.failure)
  expect(await findSession(entered.value.secret, database)).toMatchObject({ kind: 'staff', staffId })
  expect(await findFirstStep(entered.value.secret, database)).toBeNull()
  expect(await findFirstStep(secret, database)).toBeNull()
})

test('a code counts once, also of four tries at the same moment', async () => {
  const { staffId, codeNow } = await anEquippedMember()
  const { firstStep } = await firstStepOf(staffId)
  const shown = { kind: 'code', code: await codeNow() } as const
  const tries = await Promise.all(
    Array.from({ length: 4 }, () => showSecondFactor({ firstStep, shown, place: place() }, database)),
  )
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
})

test('guessing from any number of addresses ends after five tries, and not in the person’s own browser', async () => {
  const { staffId, codeNow } = await anEquippedMember('own')
  const { firstStep } = await firstStepOf(staffId)
  const wrong = String((Number(await codeNow()) + 500_000) % 1_000_000).padStart(6, '0')
  const guess = (code: string, from: ReturnType<typeof place>) =>
    showSecondFactor({ firstStep, shown: { kind: 'code', code }, place: from }, database)
  for (let n = 0; n < 5; n += 1) expect(await guess(wrong, place(`10.0.0.${n}`))).toMatchObject({ ok: false })
  expect(await guess(await codeNow(), place('10.0.1.1'))).toMatchObject({ failure: 'paused' })
  expect(await guess(await codeNow(), place('anywhere', 'own'))).toMatchObject({ ok: true })
})

test('a recovery code works once, as it is typed from paper, and leaves a record', async () => {
  const { staffId, recoveryCodes } = await anEquippedMember()
  const code = (recoveryCodes[3] ?? '').toUpperCase().replaceAll('-', ' ')
  const attempt = async () => {
    const { firstStep } = await firstStepOf(staffId)
    return showSecondFactor({ firstStep, shown: { kind: 'recovery-code', code }, place: place() }, database)
  }
  expect(await attempt()).toMatchObject({ ok: true })
  expect(await attempt()).toMatchObject({ failure: 'wrong-code' })
  const recorded = await database.owner`select from audit_events
    where action = 'staff-recovery-code-used' and staff_id = ${staffId}`
  expect(recorded).toHaveLength(1)
})

test('whoever has a factor cannot add another with the password alone', async () => {
  const { staffId } = await anEquippedMember()
  const { firstStep } = await firstStepOf(staffId)
  const factor = { kind: 'code', code: '000000' } as const
  expect(await setUpFirstFactor({ firstStep, factor, place: place() }, database)).toMatchObject({
    failure: 'not-first',
  })
})
