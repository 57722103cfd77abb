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
import { done, failed, type Result } from '@/lib/platform/result'

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
  fromDate: CivilDate
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
  const kind = timeLimitKinds.find(known => known === limit.kind)
  if (!kind) return failed('no-such-limit')
  const workingDays = /^\d{1,3}$/.test(limit.workingDays) ? Number(limit.workingDays) : 0
  if (workingDays < 1 || workingDays > 250) return failed('not-a-number-of-days')
  if (!limit.law) return failed('law-missing')
  if (!limit.lawEnglish) return failed('law-in-english-missing')
  const row = { kind, fromDate: limit.fromDate, workingDays, law: limit.law, lawEnglish: limit.lawEnglish }
  return db.transaction(async transaction => {
    if (row.fromDate < shanghaiDayOf(await serviceNow(transaction))) return failed('day-has-passed')
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
