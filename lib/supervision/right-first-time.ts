import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import { applications, correctionNotices, offices } from '@/db/schema'
import { shanghaiDayOf } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import { startOfMonth } from './start-of-month'
import { isOneOf } from './supervised-clocks'

/** How many applications have ended, and how many of them were never sent back for a correction. */
export type RightShare = { ended: number; right: number }

type OfficeNames = { name: string; nameEnglish: string }

/** Shares by the month in which people applied, one a month of `months`, in the same order. */
export type RightFirstTime = {
  /** 'YYYY-MM', newest first. */
  months: string[]
  all: RightShare[]
  offices: { officeCode: string; office: OfficeNames; shares: RightShare[] }[]
}

/** What one office's applications of one month came to. */
export type MonthOfOffice = RightShare & { month: string; officeCode: string; office: OfficeNames }

/** This month and the two before it, newest first, and the midnight that begins the oldest. */
export function newestMonths(now: Date): { months: string[]; since: Date } {
  const thisMonth = startOfMonth(now)
  const lastMonth = startOfMonth(new Date(thisMonth.getTime() - 1))
  const since = startOfMonth(new Date(lastMonth.getTime() - 1))
  return { months: [thisMonth, lastMonth, since].map(start => shanghaiDayOf(start).slice(0, 7)), since }
}

/** Puts what each office's months came to side by side, an office a row, and adds them up. */
export function sideBySide({ months, rows }: { months: string[]; rows: MonthOfOffice[] }): RightFirstTime {
  const named = new Map(rows.map(({ officeCode, office }) => [officeCode, office]))
  const shares = (ofThese: MonthOfOffice[]) =>
    months.map(month => sumOf(ofThese.filter(row => row.month === month)))
  return {
    months,
    all: shares(rows),
    offices: [...named].map(([officeCode, office]) => ({
      officeCode,
      office,
      shares: shares(rows.filter(row => row.officeCode === officeCode)),
    })),
  }
}

function sumOf(rows: readonly RightShare[]): RightShare {
  return rows.reduce((sum, { ended, right }) => ({ ended: sum.ended + ended, right: sum.right + right }), {
    ended: 0,
    right: 0,
  })
}

/**
 * How many applications were right the first time in the viewer's offices: of those submitted in a month that were
 * decided, by somebody or by the clock, or closed unanswered, the ones for which no correction was ever requested.
 * Open and withdrawn ones say nothing yet, or nothing at all. A transferred one counts where it is now.
 */
export async function rightFirstTime(
  { viewer, now }: { viewer: Pick<StaffViewer, 'officeCodes'>; now: Date },
  { db }: { db: Queryable },
): Promise<RightFirstTime> {
  const { months, since } = newestMonths(now)
  const month = sql<string>`to_char(${applications.acceptedAt} at time zone 'Asia/Shanghai', 'YYYY-MM')`
  const rows = await db
    .select({
      month,
      officeCode: offices.code,
      office: { name: offices.name, nameEnglish: offices.nameEnglish },
      ended: sql<number>`count(*)::int`,
      right: sql<number>`(count(*) filter (where ${correctionNotices.id} is null))::int`,
    })
    .from(applications)
    .innerJoin(offices, eq(offices.code, applications.officeCode))
    .leftJoin(correctionNotices, eq(correctionNotices.applicationId, applications.id))
    .where(
      and(
        isOneOf(sql`${applications.officeCode}`, viewer.officeCodes),
        inArray(applications.status, ['registered', 'rejected', 'closed']),
        gte(applications.acceptedAt, since),
      ),
    )
    .groupBy(sql`1`, offices.code)
    .orderBy(offices.code)
  return sideBySide({ months, rows })
}
