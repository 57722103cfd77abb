import { notInArray, sql } from 'drizzle-orm'
import { drizzle, type PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type { ExtractTablesWithRelations } from 'drizzle-orm/relations'
import postgres from 'postgres'
import { transitions } from '@/lib/applications/transitions'
import { chineseDaysCalendar } from '@/lib/deadlines/rules/import-calendar'
import { noticeLink } from '@/lib/deadlines/rules/published-calendars'
import { guideSectionsToSearch, searchWordsOf } from '@/lib/guide'
import * as schema from '../schema'
import { seedCommitment } from './commitment'
import { seedErasurePlan } from './erasure-plan'
import { seedCounties, seedOffices } from './offices'
import { seedRejectionReasons } from './rejection-reasons'
import { seedRetentionRules } from './retention-rules'
import { seedTimeLimits } from './time-limits'

type OwnerTransaction = PostgresJsTransaction<typeof schema, ExtractTablesWithRelations<typeof schema>>

/** The years whose calendar comes with the service; later ones are published by an administrator. */
const FIRST_YEAR = 2012
const LAST_YEAR = 2026
/** Worked by the notice for 2012, which is the only day of another year that it names. */
const FIRST_DAY = '2011-12-31'

/**
 * Fills the tables that the service cannot work without: counties and offices, the table of transitions,
 * reasons, limits, retention, calendar, commitment. Safe at every start and by two at once: a row that is there stays as
 * an administrator left it. Only the transitions and the plan of erasure follow the code, since they are its rules.
 */
export async function seedReferenceData({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await drizzle(owner, { schema, casing: 'snake_case' }).transaction(async transaction => {
      await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('seedReferenceData'))`)
      await transaction.insert(schema.counties).values(seedCounties()).onConflictDoNothing()
      await transaction.insert(schema.offices).values(seedOffices()).onConflictDoNothing()
      await transaction.insert(schema.rejectionReasons).values(seedRejectionReasons).onConflictDoNothing()
      await transaction.insert(schema.timeLimits).values(seedTimeLimits).onConflictDoNothing()
      await transaction.insert(schema.retentionRules).values(seedRetentionRules).onConflictDoNothing()
      await transaction.delete(schema.erasurePlan)
      await transaction.insert(schema.erasurePlan).values(seedErasurePlan)
      await transaction.insert(schema.commitmentVersions).values(seedCommitment).onConflictDoNothing()
      await transaction.delete(schema.guideSections)
      await transaction
        .insert(schema.guideSections)
        .values(guideSectionsToSearch().map(section => ({ ...section, words: searchWordsOf(section) })))
      await writeTransitions(transaction)
      await importMissingYears(transaction)
    })
  } finally {
    await owner.end()
  }
}

async function writeTransitions(transaction: OwnerTransaction): Promise<void> {
  const table = schema.applicationTransitions
  const rows = Object.values(transitions).flatMap(({ name, from, to, actor, needs }) =>
    from.map(fromStatus => ({ name, fromStatus, toStatus: to, actor, needs: [...needs] })),
  )
  await transaction
    .insert(table)
    .values(rows)
    .onConflictDoUpdate({
      target: [table.name, table.fromStatus],
      set: {
        toStatus: sql`excluded.to_status`,
        actor: sql`excluded.actor`,
        needs: sql`excluded.needs`,
      },
    })
  await transaction.delete(table).where(
    notInArray(
      sql`${table.name} || ' ' || ${table.fromStatus}`,
      rows.map(({ name, fromStatus }) => `${name} ${fromStatus}`),
    ),
  )
}

/** A year that is there may have been edited, a day of it taken away: only missing years are imported. */
async function importMissingYears(transaction: OwnerTransaction): Promise<void> {
  const known = await transaction.select({ year: schema.calendarYears.year }).from(schema.calendarYears)
  const { days, announcedYears } = chineseDaysCalendar({ fromYear: FIRST_YEAR - 1, toYear: LAST_YEAR })
  const missing = announcedYears.filter(year => year >= FIRST_YEAR && !known.some(row => row.year === year))
  if (missing.length === 0) return
  const imported = days.filter(
    ({ date }) => date >= FIRST_DAY && missing.includes(Math.max(FIRST_YEAR, Number(date.slice(0, 4)))),
  )
  await transaction.insert(schema.calendarDays).values(imported).onConflictDoNothing()
  await transaction
    .insert(schema.calendarYears)
    .values(missing.map(year => ({ year, sourceLink: noticeLink({ year }) })))
}
