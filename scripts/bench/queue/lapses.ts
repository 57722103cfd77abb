import { addCases } from '@/db/testing/bulk-cases'
import { publishedOffices } from '@/lib/applications'
import { carryOutDueDeadlines } from '@/lib/deadlines'
import type { MeasuredDatabase, MeasuredService } from './measured-service'
import { timed } from './timings'

const LAPSES = 10_000
/** Registered before: a server that knows its tables as empty would read them from end to end as they fill. */
const EARLIER = 1_000

/** Ten thousand clocks that run out at the same moment: each ends in a registration with its certificate. */
export async function measureLapses({ inNewDatabase }: MeasuredService): Promise<void> {
  await inNewDatabase(async database => {
    await lapse(database, { count: EARLIER, dueAt: new Date('2026-11-26T17:30:00+08:00') })
    const milliseconds = await lapse(database, {
      count: LAPSES,
      dueAt: new Date('2026-11-27T17:30:00+08:00'),
    })
    const rate = (LAPSES / milliseconds) * 1_000
    console.log(`${LAPSES} lapses in ${(milliseconds / 1_000).toFixed(1)} s: ${rate.toFixed(0)} a second`)
  })
}

async function lapse(
  { db, owner, travelTo }: MeasuredDatabase,
  { count, dueAt }: { count: number; dueAt: Date },
): Promise<number> {
  const offices = await publishedOffices(db)
  await addCases(owner, {
    count,
    officeCodes: offices.map(({ code }) => code),
    acceptedAt: new Date('2026-11-23T10:00:00+08:00'),
    firstDueAt: dueAt,
  })
  await travelTo(new Date(dueAt.getTime() + 1_000))
  return timed(async () => {
    const { carriedOut, failed } = await carryOutDueDeadlines({}, { db })
    if (carriedOut !== count) throw new Error(`${carriedOut} carried out, ${failed.length} failed`)
  })
}
