import { sql } from 'drizzle-orm'
import { mayAudit, type StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { type RetentionRule, retentionInForce } from './retention-in-force'

/** What the night round has erased by one rule: in the last thirty days, in all, and when last. */
export type Erasures = { rule: RetentionRule; lately: number; inAll: number; lastAt: Date | null }

/**
 * Each rule in force with the proof that it is kept: what was erased by it, as the proofs of the log and the marks
 * on cases and accounts say (个人信息保护法 art. 47). For auditors.
 */
export async function erasuresByRule(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<Result<Erasures[], 'not-your-role'>> {
  if (!mayAudit({ viewer })) return failed('not-your-role')
  const [rules, rows] = await Promise.all([retentionInForce(db), erased(db)])
  const byKind = new Map([...rows].map(row => [row.kind, row]))
  return done(
    rules.map(rule => {
      const found = byKind.get(rule.kind)
      if (!found) return { rule, lately: 0, inAll: 0, lastAt: null }
      return { rule, lately: found.lately, inAll: found.inAll, lastAt: new Date(found.lastAt) }
    }),
  )
}

function erased(db: Queryable) {
  return db.execute<{ kind: string; lately: number; inAll: number; lastAt: number }>(sql`
    with gone as (
      select details ->> 'kind' as kind, (details ->> 'rows')::int as rows, at from audit_events
        where action = 'records-erased'
      union all
      select retention_kind_of(status), 1, erased_at from applications where erased_at is not null
      union all
      select 'account', 1, erased_at from residents where erased_at is not null
    )
    select kind, coalesce(sum(rows) filter (where at > service_now() - interval '30 days'), 0)::int as lately,
      sum(rows)::int as "inAll", (extract(epoch from max(at)) * 1000)::float8 as "lastAt"
    from gone where kind is not null group by kind`)
}
