import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { rejectionReasons } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { recordChange } from '@/lib/audit'
import type { RejectionReason } from '@/lib/decisions'
import { hasRecentFactor, mayAdministrate, type StaffViewer } from '@/lib/identity'
import type { Database, Queryable, Transaction } from '@/lib/platform/database'
import { allOf, demand, done, failed, type Result } from '@/lib/platform/result'

/** The texts of a reason, each in both languages; all are published, so none may be empty. */
export const reasonTexts = [
  'title',
  'titleEnglish',
  'law',
  'lawEnglish',
  'refuses',
  'refusesEnglish',
  'nextStep',
  'nextStepEnglish',
] as const

export type ReasonTexts = Record<(typeof reasonTexts)[number], string>
export type ReasonVersion = ReasonTexts & { needsCorrectionNotice: boolean; needsHearing: boolean }

export type ReasonFailure =
  | 'not-your-role'
  | 'reason-not-found'
  | 'text-missing'
  | 'nothing-changed'
  | 'second-factor-needed'

/** Every version of every reason ever published, by code, newest version first. */
export async function allReasonVersions(db: Queryable): Promise<RejectionReason[]> {
  return db
    .select()
    .from(rejectionReasons)
    .orderBy(asc(rejectionReasons.code), desc(rejectionReasons.version))
}

/**
 * Publishes a new version of a reason of the catalogue. The one before is retired in the same moment and stays
 * as it is: decisions made by it keep showing it. The catalogue is closed, so there is no way to add a reason
 * of a new kind; that needs a change of the rules themselves (DESIGN §5).
 */
export async function publishReasonVersion(
  { viewer, code, version }: { viewer: StaffViewer; code: string; version: ReasonVersion },
  { db }: { db: Database },
): Promise<Result<{ version: number }, ReasonFailure>> {
  if (!mayAdministrate({ viewer })) return failed('not-your-role')
  const whole = allOf(
    reasonTexts.map(field => demand(version[field].trim() !== '', 'text-missing', { field })),
  )
  if (!whole.ok) return whole
  return db.transaction(async transaction => {
    const latest = await lockLatest(transaction, code)
    if (!latest) return failed('reason-not-found')
    if (!latest.retiredAt && saysTheSame(latest, version)) return failed('nothing-changed')
    if (!(await hasRecentFactor(transaction, { viewer }))) return failed('second-factor-needed')
    await retirePublished(transaction, code)
    const number = latest.version + 1
    await transaction.insert(rejectionReasons).values({ ...version, code, version: number })
    await recordChange(transaction, {
      viewer,
      action: 'reason-version-published',
      details: { code, version: number },
    })
    return done({ version: number })
  })
}

/** Takes a reason out of the catalogue: from now on nobody can be refused for it. */
export async function retireReason(
  { viewer, code }: { viewer: StaffViewer; code: string },
  { db }: { db: Database },
): Promise<
  Result<{ code: string }, 'not-your-role' | 'reason-not-found' | 'already-retired' | 'second-factor-needed'>
> {
  if (!mayAdministrate({ viewer })) return failed('not-your-role')
  return db.transaction(async transaction => {
    const latest = await lockLatest(transaction, code)
    if (!latest) return failed('reason-not-found')
    if (latest.retiredAt) return failed('already-retired')
    if (!(await hasRecentFactor(transaction, { viewer }))) return failed('second-factor-needed')
    await retirePublished(transaction, code)
    await recordChange(transaction, {
      viewer,
      action: 'reason-retired',
      details: { code, version: latest.version },
    })
    return done({ code })
  })
}

/**
 * The newest version of a reason, which nobody else publishes or retires until this transaction ends. The lock comes
 * before the row is read: whoever waited for a locked row would go on with the version that has just been replaced.
 */
async function lockLatest(transaction: Transaction, code: string): Promise<RejectionReason | undefined> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`reason ${code}`}, 0))`)
  const [latest] = await transaction
    .select()
    .from(rejectionReasons)
    .where(eq(rejectionReasons.code, code))
    .orderBy(desc(rejectionReasons.version))
    .limit(1)
  return latest
}

async function retirePublished(transaction: Transaction, code: string): Promise<void> {
  await transaction
    .update(rejectionReasons)
    .set({ retiredAt: serviceNow })
    .where(and(eq(rejectionReasons.code, code), isNull(rejectionReasons.retiredAt)))
}

function saysTheSame(latest: RejectionReason, version: ReasonVersion): boolean {
  return (
    reasonTexts.every(text => latest[text] === version[text]) &&
    latest.needsCorrectionNotice === version.needsCorrectionNotice &&
    latest.needsHearing === version.needsHearing
  )
}
