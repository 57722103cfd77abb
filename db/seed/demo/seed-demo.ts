import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { notifications, staff } from '@/db/schema'
import { calendarInForce, carryOutDueDeadlines } from '@/lib/deadlines'
import { openDatabase, type Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { chanceFrom } from './chance'
import { equipDemoStaff } from './demo-authenticators'
import { draftOfDemoResident } from './demo-resident'
import { addDemoStaff, hashDemoPasswords } from './demo-staff'
import { inventPeople } from './invented-people'
import { type OfficeMoments, officeMoments } from './office-moments'
import { storiesOfDemo } from './stories-of-demo'
import type { Step } from './story'

/** The year in which the service began. */
const SEED = 2015
/** The sweep looks in on each of these evenings. */
const WORKING_DAYS_TOLD = 40

type DemoOptions = { appUrl: string; size?: 'full' | 'small' | undefined; present?: Date | undefined }

/**
 * Fills an empty demo with its people and with some 200 applications in every state, played through the
 * service's own commands while its clock goes from eight weeks ago to the present. All of it in one
 * transaction: a start that is killed in the middle leaves an empty demo behind, and the next one begins anew.
 *
 * Needs the environment of the product (see lib/platform/env.ts) in its demo mode, and no worker that runs.
 *
 * @param present when the demo is to take place; tests choose it, otherwise it is the server's
 * @returns how many applications were made; null where there are members of staff already
 */
export async function seedDemo({
  appUrl,
  jobsUrl,
  size,
  present,
}: DemoOptions & { jobsUrl: string }): Promise<number | null> {
  const { PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
  const keys = parsePersonalDataKeys({ sealing: PERSONAL_DATA_KEYS, lookup: LOOKUP_KEY })
  const { db, close } = openDatabase({ url: appUrl, keys, connections: 1 })
  try {
    const made = await db.transaction(transaction => playDemo(transaction, { appUrl, size, present }))
    if (made !== null) await forgetWakeUpsOfThePast(jobsUrl)
    await equipDemoStaff(db)
    return made
  } finally {
    await close()
  }
}

async function playDemo(
  transaction: Transaction,
  { appUrl, size = 'full', present }: DemoOptions,
): Promise<number | null> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('seedDemo'))`)
  const [somebody] = await transaction.select({ id: staff.id }).from(staff).limit(1)
  if (somebody) return null
  const clock = await serviceClock({ appUrl, present })
  try {
    const { now } = clock
    const chance = chanceFrom(SEED)
    const moments = officeMoments({ now, calendar: await calendarInForce(transaction), chance })
    const people = inventPeople(chance)
    await clock.travelTo(moments.afterClosing(WORKING_DAYS_TOLD))
    const members = await addDemoStaff(transaction, {
      hashes: await hashDemoPasswords(),
      inventPerson: name => people.named(name, { woman: true }),
    })
    const stories = storiesOfDemo({ cast: { people, staff: members, chance, moments }, size })
    await play(transaction, {
      steps: [...stories.flatMap(({ steps }) => steps), ...evenings(moments)],
      clock,
    })
    await clock.travelTo(now)
    await draftOfDemoResident(transaction)
    await carryOutDueDeadlines({ lanes: 1 }, { db: transaction })
    await transaction.update(notifications).set({ sentAt: sql`${notifications.createdAt}`, tries: 1 })
    return stories.length
  } finally {
    await clock.stop()
  }
}

type ServiceClock = Awaited<ReturnType<typeof serviceClock>>

/**
 * The service's clock, moved over a connection of its own: hundreds of versions of its one row in the demo's
 * transaction would slow down every question for the time. It begins and ends at the real present.
 */
async function serviceClock({ appUrl, present }: DemoOptions) {
  const connection = postgres(appUrl, {
    max: 1,
    onnotice: () => {},
    connection: { synchronous_commit: 'off' },
  })
  const [server] = await connection<{ now: Date }[]>`select now()`
  if (!server) throw new Error('now() gave no row')
  // Counted from one moment throughout, since now() stands still in the transaction that plays.
  const travelTo = async (instant: Date) => {
    const seconds = (instant.getTime() - server.now.getTime()) / 1_000
    await connection`select set_service_clock_ahead(make_interval(secs => ${seconds}))`
  }
  const now = present ?? server.now
  await travelTo(now)
  return {
    now,
    travelTo,
    stop: async () => {
      await travelTo(now)
      await connection.end()
    },
  }
}

/** Plays the steps in the order of time, each checked by every constraint before the next. */
async function play(
  transaction: Transaction,
  { steps, clock }: { steps: Step[]; clock: ServiceClock },
): Promise<void> {
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    // What would come a moment after the present, because much happened just before, comes now.
    await clock.travelTo(new Date(Math.min(step.at.getTime(), clock.now.getTime())))
    await step.play(transaction)
    await transaction.execute(sql`set constraints all immediate`)
    await transaction.execute(sql`set constraints all deferred`)
  }
}

/** Whatever fell due is carried out each evening. Nobody else writes meanwhile, so one lane is enough. */
function evenings(moments: OfficeMoments): Step[] {
  const days = Array.from({ length: WORKING_DAYS_TOLD }, (_, index) => index)
  return days
    .filter(day => day > 0 || !moments.isBeforeClosing)
    .map(day => moments.afterClosing(day))
    .filter(at => at < moments.minutesAgo(0))
    .map(at => ({ at, play: async db => void (await carryOutDueDeadlines({ lanes: 1 }, { db })) }))
}

/** The jobs that the past would have run: messages that count as sent, deadlines that are over. */
async function forgetWakeUpsOfThePast(jobsUrl: string): Promise<void> {
  const jobs = postgres(jobsUrl, { max: 1, onnotice: () => {} })
  try {
    await jobs`select graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs where run_at <= now() and locked_at is null))`
  } finally {
    await jobs.end()
  }
}
