import { offices } from '@/db/schema'
import type { Database } from '@/lib/platform/database'
import type { Deadline } from '../clocks'
import { recomputedDeadlines } from '../recompute-deadlines'
import { calendarsAround } from './calendar-with-notice'
import type { YearNotice } from './read-year-notice'

export type MovedDeadline = {
  reference: string
  officeName: string
  officeNameEnglish: string
  kind: Deadline['kind']
  dueAt: Date
  movesTo: Date
}

/** The dry run: which open deadlines a year's notice would move, and how many would no longer be provisional. */
export async function previewCalendarYear(
  { notice }: { notice: YearNotice },
  { db }: { db: Database },
): Promise<{ open: number; moved: MovedDeadline[]; settled: number }> {
  const recomputed = await recomputedDeadlines(db, await calendarsAround(db, { notice }))
  const names = new Map((await db.select().from(offices)).map(office => [office.code, office]))
  const moved = recomputed
    .filter(({ date }) => date.moved)
    .map(({ deadline, application, date }) => ({
      reference: application.reference ?? '',
      officeName: names.get(deadline.officeCode)?.name ?? '',
      officeNameEnglish: names.get(deadline.officeCode)?.nameEnglish ?? '',
      kind: deadline.kind,
      dueAt: deadline.dueAt,
      movesTo: date.dueAt,
    }))
  const settled = recomputed.filter(
    ({ deadline, date }) => !date.moved && deadline.provisional && !date.provisional,
  )
  return { open: recomputed.length, moved, settled: settled.length }
}
