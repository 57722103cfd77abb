import type { StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { recordChange } from '../record-change'
import type { LogFilter } from './search-log'
import { whatWasAsked } from './what-was-asked'

/** Logs that an auditor looked for one case or one colleague: who watches is watched. Browsing leaves no row. */
export async function recordLogSearch(
  { viewer, filter }: { viewer: StaffViewer; filter: LogFilter },
  { db }: { db: Database },
): Promise<void> {
  if (!filter.reference && !filter.staffNumber) return
  const details = await whatWasAsked(db, filter)
  await db.transaction(transaction => recordChange(transaction, { viewer, action: 'log-searched', details }))
}
