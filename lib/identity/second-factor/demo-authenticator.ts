import { asc, eq, isNotNull, sql } from 'drizzle-orm'
import { staff, staffAuthenticators } from '@/db/schema'
import { type Queryable, serviceNow } from '@/lib/platform/database'
import { secondsLeftOfStep, totpAt } from './totp'

export type DemoCode = { signInName: string; code: string; isBeingSetUp: boolean }

/**
 * What the phones of the demo's staff would show now, for people who try the demo without one. Who calls this
 * makes sure that the demo mode is on.
 */
export async function demoAuthenticator({
  db,
}: {
  db: Queryable
}): Promise<{ codes: DemoCode[]; secondsLeft: number }> {
  const [rows, now] = await Promise.all([
    db
      .select({
        signInName: staff.signInName,
        secret: staffAuthenticators.secret,
        isBeingSetUp: sql<boolean>`${staffAuthenticators.confirmedAt} is null`,
      })
      .from(staffAuthenticators)
      .innerJoin(staff, eq(staff.id, staffAuthenticators.staffId))
      .where(eq(staff.active, true))
      .orderBy(sql`${isNotNull(staffAuthenticators.confirmedAt)}`, asc(staff.staffNumber))
      .limit(40),
    serviceNow(db),
  ])
  const codes = rows.map(({ secret, ...row }) => ({ ...row, code: totpAt({ secret, at: now }) }))
  return { codes, secondsLeft: secondsLeftOfStep(now) }
}
