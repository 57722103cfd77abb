import { addCases } from '@/db/testing/bulk-cases'
import { aStaffMember } from '@/db/testing/test-cases'
import { publishedOffices } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import { endOfToday, officeQueue, queueFigures } from '@/lib/supervision'
import type { MeasuredDatabase, MeasuredService } from './measured-service'
import { inMilliseconds, percentilesOf, timed } from './timings'

const SIZES = [10_000, 100_000, 1_000_000]
/** One application in ten is open; at a million that is some 1,750 an office, far more than one ever has. */
const OPEN_SHARE = 0.1
const CALLS = 400

type Sized = {
  size: number
  database: MeasuredDatabase
  viewers: StaffViewer[]
  page: number[]
  figures: number[]
}

/**
 * The first page of an office's queue with a hundredfold of applications. The three sizes stand side by side
 * and are asked in turn, so that whatever else the machine does slows all of them alike.
 */
export async function measureFirstPage(service: MeasuredService): Promise<void> {
  await withEachSize(service, { sizes: SIZES, sized: [] })
}

async function withEachSize(
  service: MeasuredService,
  { sizes: [size, ...larger], sized }: { sizes: number[]; sized: Sized[] },
): Promise<void> {
  if (size === undefined) return askInTurn(sized)
  await service.inNewDatabase(async database => {
    await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
    const viewers = await oneOfficerAnOffice(database)
    await growTo(database, { size, viewers })
    const prepared = [...sized, { size, database, viewers, page: [], figures: [] }]
    await withEachSize(service, { sizes: larger, sized: prepared })
  })
}

export async function oneOfficerAnOffice({ db }: MeasuredDatabase): Promise<StaffViewer[]> {
  const offices = await publishedOffices(db)
  return Promise.all(offices.map(({ code }) => aStaffMember(db, { officeCodes: [code] })))
}

export async function growTo(
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

async function askInTurn(sized: Sized[]): Promise<void> {
  const offices = sized[0]?.viewers.length ?? 0
  // The first look at each office fills the server's memory and is not counted.
  for (let call = -offices; call < CALLS; call += 1) {
    for (const measured of sized) await ask({ ...measured, call })
  }
  const pages = sized.map(({ size, page, figures }) => {
    const timings = percentilesOf(page)
    const above = inMilliseconds(percentilesOf(figures))
    const count = size.toLocaleString('en')
    console.log(
      `${count} applications: first page ${inMilliseconds(timings)} ms, figures above it ${above} ms`,
    )
    return timings
  })
  const [smallest, largest] = [pages[0]?.p95 ?? 0, pages.at(-1)?.p95 ?? 0]
  console.log(`p95 of the largest to the smallest: ${(largest / smallest).toFixed(2)}`)
}

async function ask({
  database: { db },
  viewers,
  page,
  figures,
  call,
}: Sized & { call: number }): Promise<void> {
  const viewer = viewers.at(call % viewers.length)
  if (!viewer) throw new Error('every office has its officer')
  const dayEndsAt = endOfToday(await serviceNow(db))
  const tookPage = await timed(() => officeQueue({ viewer }, { db }))
  const tookFigures = await timed(() => queueFigures({ viewer, dayEndsAt }, { db }))
  if (call < 0) return
  page.push(tookPage)
  figures.push(tookFigures)
}
