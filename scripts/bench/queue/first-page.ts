import { addCases } from '@/db/testing/bulk-cases'
import { aStaffMember } from '@/db/testing/test-cases'
import { publishedOffices } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import { endOfToday, officeQueue, queueFigures } from '@/lib/supervision'
import type { MeasuredDatabase, MeasuredService } from './measured-service'
import { inMilliseconds, type Percentiles, percentilesOf, timed } from './timings'

const SIZES = [10_000, 100_000, 1_000_000]
/** One application in ten is open; at a million that is some 1,750 an office, far more than one ever has. */
const OPEN_SHARE = 0.1
const CALLS = 400

/** The first page of an office's queue while the table grows a hundredfold. */
export async function measureFirstPage({ inNewDatabase }: MeasuredService): Promise<void> {
  await inNewDatabase(async database => {
    await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
    const viewers = await oneOfficerAnOffice(database)
    const pages: Percentiles[] = []
    for (const size of SIZES) {
      await growTo(database, { size, viewers })
      pages.push(await measure(size, database, viewers))
    }
    const [smallest, largest] = [pages[0]?.p95 ?? 0, pages.at(-1)?.p95 ?? 0]
    console.log(`p95 of the largest to the smallest: ${(largest / smallest).toFixed(2)}`)
  })
}

async function oneOfficerAnOffice({ db }: MeasuredDatabase): Promise<StaffViewer[]> {
  const offices = await publishedOffices(db)
  return Promise.all(offices.map(({ code }) => aStaffMember(db, { officeCodes: [code] })))
}

async function growTo(
  { owner }: MeasuredDatabase,
  { size, viewers }: { size: number; viewers: StaffViewer[] },
): Promise<void> {
  const [row] = await owner<{ count: number }[]>`select count(*)::int as count from applications`
  const missing = size - (row?.count ?? 0)
  const officeCodes = viewers.flatMap(viewer => viewer.officeCodes)
  const open = Math.round(missing * OPEN_SHARE)
  await addCases(owner, {
    count: missing - open,
    officeCodes,
    status: 'registered',
    acceptedAt: new Date('2026-03-02T10:00:00+08:00'),
    firstDueAt: new Date('2026-03-05T17:30:00+08:00'),
    lastDueAt: new Date('2026-11-20T17:30:00+08:00'),
  })
  await addCases(owner, {
    count: open,
    officeCodes,
    acceptedAt: new Date('2026-11-24T08:00:00+08:00'),
    firstDueAt: new Date('2026-11-24T17:30:00+08:00'),
    lastDueAt: new Date('2026-12-24T17:30:00+08:00'),
  })
}

async function measure(size: number, { db }: MeasuredDatabase, viewers: StaffViewer[]): Promise<Percentiles> {
  const dayEndsAt = endOfToday(await serviceNow(db))
  const timings: { page: number[]; figures: number[] } = { page: [], figures: [] }
  for (let call = -viewers.length; call < CALLS; call += 1) {
    const viewer = viewers.at(call % viewers.length)
    if (!viewer) throw new Error('every office has its officer')
    const page = await timed(() => officeQueue({ viewer }, { db }))
    const figures = await timed(() => queueFigures({ viewer, dayEndsAt }, { db }))
    // The first look at each office fills the server's memory.
    if (call < 0) continue
    timings.page.push(page)
    timings.figures.push(figures)
  }
  const page = percentilesOf(timings.page)
  const figures = percentilesOf(timings.figures)
  console.log(
    `${size.toLocaleString('en')} applications: first page ${inMilliseconds(page)} ms, figures above it ${inMilliseconds(figures)} ms`,
  )
  return page
}
