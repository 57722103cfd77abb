import { asc, desc } from 'drizzle-orm'
import { timeLimits } from '@/db/schema'
import { recordChange } from '@/lib/audit'
import {
  type CivilDate,
  limitInForce,
  shanghaiDayOf,
  type TimeLimit,
  type TimeLimitKind,
} from '@/lib/deadlines'
import { hasRecentFactor, mayAdministrate, type StaffViewer } from '@/lib/identity'
import { type Database, type Queryable, serviceNow, type Transaction } from '@/lib/platform/database'
import { demand, done, failed, failedTogether, type Result } from '@/lib/platform/result'

export const timeLimitKinds = [
  'office-must-decide',
  'statutory-decision',
  'correction-notice',
  'applicant-must-answer',
  'extension',
  'complaint-answer',
  'hearing-answer',
  'message-answer',
  'data-request-answer',
] as const satisfies readonly TimeLimitKind[]

export type NewTimeLimit = {
  kind: string
  /** Null where what was typed is no day. */
  fromDate: CivilDate | null
  workingDays: string
  law: string
  lawEnglish: string
}

export type LimitFailure =
  | 'not-your-role'
  | 'no-such-limit'
  | 'not-a-number-of-days'
  | 'law-missing'
  | 'law-in-english-missing'
  | 'not-a-date'
  | 'day-has-passed'
  | 'has-one-from-that-day'
  | 'longer-than-statutory'
  | 'second-factor-needed'

/** Every limit that held, holds or will hold; by kind, the latest first. */
export async function allTimeLimits(db: Queryable): Promise<TimeLimit[]> {
  return db.select().from(timeLimits).orderBy(asc(timeLimits.kind), desc(timeLimits.fromDate))
}

/**
 * Adds a limit that holds for clocks that start on its first day or later. Rows are never edited, and the first
 * day is today or later, so that no clock that runs is touched (DESIGN §4).
 */
export async function addTimeLimit(
  { viewer, limit }: { viewer: StaffViewer; limit: NewTimeLimit },
  { db }: { db: Database },
): Promise<Result<TimeLimit, LimitFailure>> {
  if (!mayAdministrate({ viewer })) return failed('not-your-role')
  const { law, lawEnglish } = limit
  const kind = timeLimitKinds.find(known => known === limit.kind)
  const workingDays = /^\d{1,3}$/.test(limit.workingDays) ? Number(limit.workingDays) : 0
  return db.transaction(async transaction => {
    const fromDate = await readFirstDay(transaction, limit.fromDate)
    const demands: Result<unknown, LimitFailure>[] = [
      demand(kind !== undefined, 'no-such-limit'),
      demand(workingDays >= 1 && workingDays <= 250, 'not-a-number-of-days'),
      fromDate,
      demand(law !== '', 'law-missing'),
      demand(lawEnglish !== '', 'law-in-english-missing'),
    ]
    if (!kind || !fromDate.ok || demands.some(({ ok }) => !ok)) return failedTogether(demands)
    const row = { kind, fromDate: fromDate.value, workingDays, law, lawEnglish }
    if (await passesStatutory(transaction, row)) return failed('longer-than-statutory')
    if (!(await hasRecentFactor(transaction, { viewer }))) return failed('second-factor-needed')
    const [added] = await transaction.insert(timeLimits).values(row).onConflictDoNothing().returning()
    if (!added) return failed('has-one-from-that-day')
    await recordChange(transaction, {
      viewer,
      action: 'limit-added',
      details: { kind, fromDate: row.fromDate, workingDays },
    })
    return done(added)
  })
}

/** The first day of a limit, today or later. */
async function readFirstDay(
  transaction: Transaction,
  typed: CivilDate | null,
): Promise<Result<CivilDate, 'not-a-date' | 'day-has-passed'>> {
  if (!typed) return failed('not-a-date')
  return typed < shanghaiDayOf(await serviceNow(transaction)) ? failed('day-has-passed') : done(typed)
}

/** What is promised may be shorter than the law's limit and never longer (行政许可法 art. 42). */
async function passesStatutory(
  transaction: Transaction,
  { kind, fromDate, workingDays }: { kind: TimeLimitKind; fromDate: CivilDate; workingDays: number },
): Promise<boolean> {
  const other = (otherKind: TimeLimitKind) => limitInForce(transaction, { kind: otherKind, on: fromDate })
  if (kind === 'office-must-decide') return workingDays > (await other('statutory-decision')).workingDays
  if (kind === 'statutory-decision') return workingDays < (await other('office-must-decide')).workingDays
  return false
}
