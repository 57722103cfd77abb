import { desc, sql } from 'drizzle-orm'
import { auditCheckpoints } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'

export type NewestCheckpoint = { number: number; at: Date; sha256: string; isLate: boolean }

/** The newest signed checkpoint of the logs; late once two of the worker's hourly rounds were missed. */
export async function newestCheckpoint({ db }: { db: Queryable }): Promise<NewestCheckpoint | null> {
  const [row] = await db
    .select({
      number: auditCheckpoints.number,
      at: auditCheckpoints.at,
      sha256: auditCheckpoints.sha256,
      isLate: sql<boolean>`${auditCheckpoints.at} < service_now() - interval '2 hours'`,
    })
    .from(auditCheckpoints)
    .orderBy(desc(auditCheckpoints.number))
    .limit(1)
  return row ?? null
}
