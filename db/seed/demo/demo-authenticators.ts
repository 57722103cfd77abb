import { and, inArray, isNull, not, sql } from 'drizzle-orm'
import { staff, staffAuthenticators } from '@/db/schema'
import { hasFactor, newTotpSecret } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { demoAccounts } from './demo-accounts'

/**
 * Gives the demo's accounts the app whose codes /demo/outbox shows, also in a demo that is older than second
 * factors. An account that was reset there is left to its own set-up.
 */
export async function equipDemoStaff(db: Database): Promise<void> {
  const names = demoAccounts.map(({ signInName }) => signInName)
  const without = await db
    .select({ staffId: staff.id })
    .from(staff)
    .where(
      and(
        inArray(staff.signInName, names),
        isNull(staff.initialPasswordUntil),
        not(hasFactor(sql`${staff.id}`)),
      ),
    )
  if (without.length === 0) return
  await db
    .insert(staffAuthenticators)
    .values(
      without.map(({ staffId }) => ({ staffId, secret: newTotpSecret(), confirmedAt: sql`service_now()` })),
    )
}
