import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type postgres from 'postgres'
import { expect } from 'vitest'
import { addCases } from '@/db/testing/bulk-cases'

/** Cases of three offices that all fell due on the Friday before `mondayMorning`. */
export async function addLapsedCases(owner: postgres.Sql, { count }: { count: number }): Promise<void> {
  await addCases(owner, {
    count,
    officeCodes: ['420202006', '420202007', '420281100'],
    acceptedAt: new Date('2026-11-24T10:00:00+08:00'),
    firstDueAt: new Date('2026-11-27T17:30:00+08:00'),
  })
}

export const mondayMorning = new Date('2026-11-30T09:00:00+08:00')

/** The worker as the product starts it: a process of its own. */
export function startWorkerProcess({ appUrl, jobsUrl }: { appUrl: string; jobsUrl: string }): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], {
    env: { ...process.env, DATABASE_APP_URL: appUrl, DATABASE_JOBS_URL: jobsUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

export async function killProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** What the queue does each minute and at each due time: wakes a sweep. */
export async function wakeSweep(app: postgres.Sql): Promise<void> {
  await app`select jobs.enqueue('carry-out-due-deadlines', '{}', null, null)`
}

/** Asks the table until so many are carried out; the time limit of the test bounds it. */
export async function untilCarriedOut(app: postgres.Sql, count: number): Promise<number> {
  for (;;) {
    const [row] = await app`select count(*)::int from deadlines where state = 'lapsed'`
    if (row?.count >= count) return row?.count
    // A question of PostgreSQL's own, so that asking costs the worker nothing.
    await app`select pg_sleep(0.02)`
  }
}

/** Each lapse has its decision, certificate, supervision record, event and message: one each, no more. */
export async function expectEachCarriedOutOnce(app: postgres.Sql, cases: number): Promise<void> {
  const [count] = await app`select
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
  expect(count).toEqual({ ...Object.fromEntries(names.map(name => [name, cases])), running: 0 })
}
