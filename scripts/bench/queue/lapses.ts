import { addCases } from '@/db/testing/bulk-cases'
import { publishedOffices } from '@/lib/applications'
import { carryOutDueDeadlines } from '@/lib/deadlines'
import type { MeasuredService } from './measured-service'
import { timed } from './timings'

const LAPSES = 10_000

/** Ten thousand clocks that run out at the same moment: each ends in a registration with its certificate. */
export async function measureLapses({ inNewDatabase }: MeasuredService): Promise<void> {
  await inNewDatabase(async ({ db, owner, travelTo }) => {
    const offices = await publishedOffices(db)
    await addCases(owner, {
      count: LAPSES,
      officeCodes: offices.map(({ code }) => code),
      acceptedAt: new Date('2026-11-24T10:00:00+08:00'),
      firstDueAt: new Date('2026-11-27T17:30:00+08:00'),
    })
    await travelTo(new Date('2026-11-27T17:30:01+08:00'))
    let carriedOut = 0
    const milliseconds = await timed(async () => {
      const swept = await carryOutDueDeadlines({}, { db })
      carriedOut = swept.carriedOut
      if (swept.failed.length > 0) throw new Error(`${swept.failed.length} lapses failed`)
    })
    const rate = (carriedOut / milliseconds) * 1_000
    console.log(`${carriedOut} lapses in ${(milliseconds / 1_000).toFixed(1)} s: ${rate.toFixed(0)} a second`)
  })
}
