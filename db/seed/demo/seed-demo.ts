import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { notifications, staff } from '@/db/schema'
import { calendarInForce, carryOutDueDeadlines } from '@/lib/deadlines'
import { openDatabase, serviceNow, type Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { chanceFrom } from './chance'
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

/**
 * Fills an empty demo with its people and with some 200 applications in every state, played through the
 * service's own commands while its clock goes from eight weeks ago to the present. All of it in one
 * transaction: a start that is killed in the middle leaves an empty demo and a right clock behind.
 *
 * Needs the environment of the product (see lib/platform/env.ts) in its demo mode, and no worker that runs.
 *
 * @returns how many applications were made; null where there are members of staff already
 */
export async function seedDemo({
  appUrl,
  jobsUrl,
  size = 'full',
}: {
  appUrl: string
  jobsUrl: string
  size?: 'full' | 'small'
}): Promise<number | null> {
  const { PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
  const keys = parsePersonalDataKeys({ sealing: PERSONAL_DATA_KEYS, lookup: LOOKUP_KEY })
  const { db, close } = openDatabase({ url: appUrl, keys, connections: 1 })
  try {
    const made = await db.transaction(transaction => playDemo(transaction, { size }))
    if (made !== null) await forgetWakeUpsOfThePast(jobsUrl)
    return made
  } finally {
    await close()
  }
}

async function playDemo(
  transaction: Transaction,
  { size }: { size: 'full' | 'small' },
): Promise<number | null> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('seedDemo'))`)
  const [somebody] = await transaction.select({ id: staff.id }).from(staff).limit(1)
  if (somebody) return null
  const chance = chanceFrom(SEED)
  const now = await serviceNow(transaction)
  const moments = officeMoments({ now, calendar: await calendarInForce(transaction), chance })
  const people = inventPeople(chance)
  await travel(transaction, { to: moments.afterClosing(WORKING_DAYS_TOLD), from: now })
  const members = await addDemoStaff(transaction, {
    hashes: await hashDemoPasswords(),
    inventPerson: name => people.named(name, { woman: true }),
  })
  const stories = storiesOfDemo({ cast: { people, staff: members, chance, moments }, size })
  await play(transaction, { steps: [...stories.flatMap(({ steps }) => steps), ...evenings(moments)], now })
  await draftOfDemoResident(transaction)
  await carryOutDueDeadlines({ lanes: 1 }, { db: transaction })
  await transaction.update(notifications).set({ sentAt: sql`${notifications.createdAt}`, tries: 1 })
  return stories.length
}

/** Plays the steps in the order of time, each checked by every constraint before the next. */
async function play(transaction: Transaction, { steps, now }: { steps: Step[]; now: Date }): Promise<void> {
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (step.at > now) throw new Error('nothing in the demo lies in the future')
    await travel(transaction, { to: step.at, from: now })
    await step.play(transaction)
    await transaction.execute(sql`set constraints all immediate`)
    await transaction.execute(sql`set constraints all deferred`)
  }
  await travel(transaction, { to: now, from: now })
}

/** Sets the service's clock; within a transaction the server's own stands still. */
async function travel(transaction: Transaction, { to, from }: { to: Date; from: Date }): Promise<void> {
  const ahead = `${to.getTime() - from.getTime()} milliseconds`
  await transaction.execute(sql`select set_service_clock_ahead(${ahead}::interval)`)
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
