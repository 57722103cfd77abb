import { sql } from 'drizzle-orm'
import { viewerOfSession } from '@/db/row-security'
import { type StaffViewer, startSession } from '@/lib/identity'
import { type Database, serviceNow } from '@/lib/platform/database'
import { secretDigest } from '@/lib/platform/secret-digest'
import { endOfToday, findCase, officeQueue, queueFigures } from '@/lib/supervision'
import { growTo, oneOfficerAnOffice } from './first-page'
import type { MeasuredDatabase, MeasuredService } from './measured-service'
import { inMilliseconds, percentilesOf, timed } from './timings'

const SIZE = 100_000
const CALLS = 400

type Member = { viewer: StaffViewer; session: string; reference: string }
type Timings = Record<'one statement' | 'first page' | 'figures above it' | 'open a case', number[]>

/**
 * What row-level security costs: the same questions of the same officers, once for the service, which sees
 * everything, and once confined to the officer's session, in turn.
 */
export async function measureRowSecurity(service: MeasuredService): Promise<void> {
  await service.inNewDatabase(async database => {
    await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
    const viewers = await oneOfficerAnOffice(database)
    await growTo(database, { size: SIZE, viewers })
    await database.owner`analyze`
    const members = await Promise.all(viewers.map(viewer => memberOf(database, viewer)))
    let session = ''
    const confined = database.confined(async () => session)
    const timings = { 'everything seen': noTimings(), confined: noTimings() }
    try {
      for (let call = -members.length; call < CALLS; call += 1) {
        const member = members.at(call % members.length)
        if (!member) throw new Error('every office has its officer')
        session = member.session
        await ask(database.db, { member, timings: call < 0 ? noTimings() : timings['everything seen'] })
        await ask(confined.db, { member, timings: call < 0 ? noTimings() : timings.confined })
      }
    } finally {
      await confined.close()
    }
    for (const [how, measured] of Object.entries(timings)) tell(how, measured)
  })
}

function tell(how: string, measured: Timings): void {
  for (const [what, times] of Object.entries(measured)) {
    console.log(`${how}, ${what}: ${inMilliseconds(percentilesOf(times))} ms`)
  }
}

async function memberOf({ db, owner }: MeasuredDatabase, viewer: StaffViewer): Promise<Member> {
  const [open] = await owner<{ reference: string }[]>`
    select reference from applications where office_code = any(${viewer.officeCodes}) and status = 'accepted' limit 1`
  if (!open) throw new Error('every office has an open case')
  const secret = await startSession({ staffId: viewer.staffId }, { db })
  return { viewer, session: viewerOfSession(secretDigest(secret)), reference: open.reference }
}

function noTimings(): Timings {
  return { 'one statement': [], 'first page': [], 'figures above it': [], 'open a case': [] }
}

async function ask(
  db: Database,
  { member: { viewer, reference }, timings }: { member: Member; timings: Timings },
): Promise<void> {
  const dayEndsAt = endOfToday(await serviceNow(db))
  timings['one statement'].push(await timed(() => db.execute(sql`select service_now()`)))
  timings['first page'].push(await timed(() => officeQueue({ viewer }, { db })))
  timings['figures above it'].push(await timed(() => queueFigures({ viewer, dayEndsAt }, { db })))
  timings['open a case'].push(await timed(() => findCase({ reference, viewer }, { db })))
}
