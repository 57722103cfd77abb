import { sql } from 'drizzle-orm'
import type { Database } from './database'

/**
 * Whether the service can do its job: the database answers within two seconds, is migrated, and has its
 * calendar, limits and lifecycle.
 */
export async function isHealthy({ db }: { db: Database }): Promise<boolean> {
  try {
    return await db.transaction(async transaction => {
      await transaction.execute(sql`set local statement_timeout = 2000`)
      const [row] = await transaction.execute<{ ready: boolean }>(sql`
        select service_now() is not null
          and exists (select from calendar_years) and exists (select from time_limits)
          and exists (select from application_transitions) and exists (select from offices) as ready`)
      return row?.ready === true
    })
  } catch {
    return false
  }
}
