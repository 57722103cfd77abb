import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import type { LogFilter } from './search-log'

/**
 * A search as the log may keep it. A number that no member of staff has could be anything that was typed into
 * the wrong field, a document number among them, and is not kept.
 */
export async function whatWasAsked(db: Queryable, filter: LogFilter): Promise<LogFilter> {
  if (!filter.staffNumber) return filter
  const [known] = await db
    .select({ id: staff.id })
    .from(staff)
    .where(eq(staff.staffNumber, filter.staffNumber))
  return known ? filter : { ...filter, staffNumber: 'unknown' }
}
