import { type SQL, sql } from 'drizzle-orm'
import { staffAuthenticators, staffPasskeys } from '@/db/schema'

/** Whether a member of staff has an authenticator that counts, or a passkey. */
export function hasFactor(staffId: SQL): SQL<boolean> {
  return sql<boolean>`(exists (select from ${staffPasskeys} p where p.staff_id = ${staffId})
    or exists (select from ${staffAuthenticators} a where a.staff_id = ${staffId} and a.confirmed_at is not null))`
}
