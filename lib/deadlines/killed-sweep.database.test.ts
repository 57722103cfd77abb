import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import {
  addLapsedCases,
  expectEachCarriedOutOnce,
  killProcess,
  mondayMorning,
  startWorkerProcess,
  untilCarriedOut,
  wakeSweep,
} from './testing'

const CASES = 1_000

let test: TestDatabase
const started: ChildProcess[] = []
beforeAll(async () => {
  test = await createTestDatabase()
  await test.travelTo(mondayMorning)
  await addLapsedCases(test.owner, { count: CASES })
})
afterAll(async () => {
  await Promise.all(started.map(killProcess))
  await test.drop()
})

function startWorker(): ChildProcess {
  const child = startWorkerProcess(test)
  started.push(child)
  return child
}

it('carries out each of 1,000 lapses exactly once, though workers are killed in the middle', async () => {
  for (const { goal, workers } of [
    { goal: 150, workers: 1 },
    { goal: 500, workers: 2 },
  ]) {
    const running = Array.from({ length: workers }, startWorker)
    for (const _worker of running) await wakeSweep(test.app)
    const carriedOut = await untilCarriedOut(test.app, goal)
    await Promise.all(running.map(killProcess))
    expect(carriedOut).toBeLessThan(CASES)
  }
  startWorker()
  await wakeSweep(test.app)
  await untilCarriedOut(test.app, CASES)
  await expectEachCarriedOutOnce(test.app, CASES)
}, 180_000)
