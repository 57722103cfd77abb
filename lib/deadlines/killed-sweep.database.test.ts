import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addCases } from '@/db/testing/bulk-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'

const CASES = 1_000

let test: TestDatabase
const started: ChildProcess[] = []
beforeAll(async () => {
  test = await createTestDatabase()
  await test.travelTo(new Date('2026-11-30T09:00:00+08:00'))
  await addCases(test.owner, {
    count: CASES,
    officeCodes: ['420202006', '420202007', '420281100'],
    acceptedAt: new Date('2026-11-24T10:00:00+08:00'),
    firstDueAt: new Date('2026-11-27T17:30:00+08:00'),
  })
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await test.drop()
})

/** The worker as the product starts it: a process of its own. */
function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], {
    env: { ...process.env, DATABASE_APP_URL: test.appUrl, DATABASE_JOBS_URL: test.jobsUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  started.push(child)
  return child
}

/** What the queue does each minute and at each due time: wakes a sweep. */
async function wakeSweep(): Promise<void> {
  await test.app`select jobs.enqueue('carry-out-due-deadlines', '{}', null, null)`
}

async function lapses(): Promise<number> {
  const [row] = await test.app`select count(*)::int from deadlines where state = 'lapsed'`
  return row?.count ?? 0
}

/** Asks the table until so many are carried out; the time limit of the test bounds it. */
async function untilCarriedOut(count: number): Promise<number> {
  for (;;) {
    const carriedOut = await lapses()
    if (carriedOut >= count) return carriedOut
    // A question of PostgreSQL's own, so that asking costs the worker nothing.
    await test.app`select pg_sleep(0.02)`
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

it('carries out each of 1,000 lapses exactly once, though workers are killed in the middle', async () => {
  for (const { goal, workers } of [
    { goal: 150, workers: 1 },
    { goal: 500, workers: 2 },
  ]) {
    const running = Array.from({ length: workers }, startWorker)
    for (const _worker of running) await wakeSweep()
    const carriedOut = await untilCarriedOut(goal)
    await Promise.all(running.map(kill))
    expect(carriedOut).toBeLessThan(CASES)
  }
  startWorker()
  await wakeSweep()
  await untilCarriedOut(CASES)

  const [count] = await test.app`select
    (select count(*) from deadlines where state = 'lapsed')::int as lapses,
    (select count(*) from deadlines where state = 'running')::int as running,
    (select count(distinct application_id) from applications a join decisions d on d.application_id = a.id
      where a.status = 'registered' and d.basis = 'deemed-by-lapse')::int as deemed,
    (select count(*) from decisions)::int as decisions,
    (select count(*) from certificates where status = 'valid')::int as certificates,
    (select count(*) from supervision_records)::int as records,
    (select count(*) from application_events where name = 'register-by-lapse')::int as events,
    (select count(*) from notifications where template = 'registered-by-lapse')::int as messages`
  const names = ['lapses', 'deemed', 'decisions', 'certificates', 'records', 'events', 'messages']
  expect(count).toEqual({ ...Object.fromEntries(names.map(name => [name, CASES])), running: 0 })
}, 180_000)
