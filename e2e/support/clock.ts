import postgres from 'postgres'
import { serviceViewerOf, viewerSetting } from '@/db/row-security'

/** The service's clock of one worker: where a story goes forward in time. */
export type Clock = {
  now(): Promise<Date>
  /** Moves the clock and has what fell due meanwhile carried out. */
  travelTo(instant: Date): Promise<void>
  /** Back to the time from which the journey set out. */
  reset(): Promise<void>
  close(): Promise<void>
}

const patienceMs = 20_000

/** @param appUrl the application's role, which may move the clock in the demo and in tests only */
export function openClock(appUrl: string): Clock {
  const sql = postgres(appUrl, {
    max: 1,
    onnotice: () => {},
    connection: { [viewerSetting]: serviceViewerOf({ appUrl }) },
  })
  const setOut = sql<{ ahead: string }[]>`select ahead::text as ahead from service_clock`.execute()
  const now = async () => {
    const [row] = await sql<{ now: string }[]>`select service_now()::text as now`
    return new Date(row?.now ?? Number.NaN)
  }
  const isNothingDue = async () => {
    const due = await sql`select from deadlines where state = 'running' and due_at <= service_now() limit 1`
    return due.length === 0
  }
  return {
    now,
    travelTo: async instant => {
      await sql`select set_service_clock_ahead(${instant.toISOString()}::timestamptz - now())`
      await sql`select jobs.enqueue('carry-out-due-deadlines', '{}'::json, null, null)`
      const until = Date.now() + patienceMs
      while (!(await isNothingDue())) {
        if (Date.now() > until) throw new Error('the sweep did not carry out what was due')
      }
    },
    reset: async () => {
      const [home] = await setOut
      await sql`select set_service_clock_ahead(${home?.ahead ?? '0'}::interval)`
    },
    close: () => sql.end(),
  }
}
