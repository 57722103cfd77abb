import { setTimeout as wait } from 'node:timers/promises'
import { addCases } from '@/db/testing/bulk-cases'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { publishedOffices, requestCorrection } from '@/lib/applications'
import { registerApplication } from '@/lib/decisions'
import type { Database } from '@/lib/platform/database'
import type { Result } from '@/lib/platform/result'
import { findCase, officeQueue } from '@/lib/supervision'
import type { MeasuredService } from './measured-service'
import { inMilliseconds, percentilesOf, timed } from './timings'

const APPLICATIONS = 100_000
const PEOPLE = 50
const ROUNDS = 12
/** How long a person looks at the page before the next thing they do; far less than anybody in life. */
const LOOKS_FOR_MILLISECONDS = 1_000

type Kind = 'submit' | 'register' | 'correct' | 'queue' | 'case'

/** Fifty people at once, who submit, register, ask for corrections and read in between. */
export async function measureWrites({ inNewDatabase }: MeasuredService): Promise<void> {
  await inNewDatabase(async ({ db, owner, travelTo }) => {
    await travelTo(new Date('2026-11-24T10:00:00+08:00'))
    const officeCodes = (await publishedOffices(db)).map(({ code }) => code)
    await addCases(owner, {
      count: APPLICATIONS,
      officeCodes,
      acceptedAt: new Date('2026-11-24T08:00:00+08:00'),
      firstDueAt: new Date('2026-11-24T17:30:00+08:00'),
      lastDueAt: new Date('2026-12-24T17:30:00+08:00'),
    })
    // Not counted: a server that runs knows its statements, and how large its tables are.
    await everybody({ db, officeCodes, looksFor: 0, rounds: 1 })
    await owner`analyze`
    for (const looksFor of [LOOKS_FOR_MILLISECONDS, 0]) {
      const { timings, seconds } = await everybody({ db, officeCodes, looksFor, rounds: ROUNDS })
      const acts = Object.values(timings).flat().length
      console.log(
        `${PEOPLE} people, ${looksFor} ms between two acts: ${(acts / seconds).toFixed(0)} acts a second`,
      )
      for (const [kind, measured] of Object.entries(timings)) {
        console.log(`  ${kind}: ${inMilliseconds(percentilesOf(measured))} ms (${measured.length})`)
      }
    }
  })
}

type Timings = Record<Kind, number[]>
type Habits = { db: Database; looksFor: number; rounds: number }

async function everybody({
  officeCodes,
  ...habits
}: Habits & { officeCodes: string[] }): Promise<{ timings: Timings; seconds: number }> {
  const timings: Timings = { submit: [], register: [], correct: [], queue: [], case: [] }
  const people = Array.from({ length: PEOPLE }, (_, index) => officeCodes[index % officeCodes.length] ?? '')
  const milliseconds = await timed(() =>
    Promise.all(people.map(officeCode => onePerson({ ...habits, officeCode, timings }))),
  )
  return { timings, seconds: milliseconds / 1_000 }
}

async function onePerson({
  db,
  officeCode,
  looksFor,
  rounds,
  timings,
}: Habits & { officeCode: string; timings: Timings }): Promise<void> {
  const viewer = await aStaffMember(db, { officeCodes: [officeCode] })
  const items = [{ field: 'address' as const, what: '请写明楼栋和门牌号' }]
  async function act<Value>(kind: Kind, work: () => Promise<Value>): Promise<Value> {
    await wait(looksFor * (0.5 + Math.random()))
    const begun = performance.now()
    const value = await work()
    timings[kind].push(performance.now() - begun)
    return value
  }
  for (let round = 0; round < rounds; round += 1) {
    const first = await act('submit', () => anAcceptedCase(db, { officeCode }))
    await act('queue', () => officeQueue({ viewer }, { db }))
    await act('case', () => findCase({ reference: first.reference, viewer }, { db }))
    succeed(await act('register', () => registerApplication({ reference: first.reference, viewer }, { db })))
    const second = await act('submit', () => anAcceptedCase(db, { officeCode }))
    const { reference } = second
    succeed(await act('correct', () => requestCorrection({ reference, viewer, items }, { db })))
  }
}

function succeed(result: Result<unknown, string>): void {
  if (!result.ok) throw new Error(`the measurement came to a stop: ${result.failure}`)
}
