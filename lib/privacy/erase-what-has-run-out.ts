import { sql } from 'drizzle-orm'
import { auditEvents } from '@/db/schema'
import { forgetOldDrafts } from '@/lib/applications'
import { forgetOldCodes, forgetUnfinishedPhoneChanges } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { forgetOldLimits } from '@/lib/platform/rate-limits'

/** Rows that stand alone and go by the database's own function, which writes the proof. */
const rowKinds = [
  'notification',
  'verification',
  'session',
  'print-code',
  'status-share',
  'attachment',
] as const
/** The function takes some thousands at a time; what one night does not manage, the next does. */
const mostRounds = 200

export type Erased = Record<string, number>

/**
 * The night round: erases whatever has been kept as long as its rule says, and leaves of each kind how many rows
 * went by which rule. A case that somebody still argues about, or that fails for another reason, holds up no
 * other.
 *
 * @returns how many rows or cases of each kind went, and which cases could not be erased
 */
export async function eraseWhatHasRunOut({
  db,
}: {
  db: Database
}): Promise<{ erased: Erased; failed: { caseId: string; error: unknown }[] }> {
  const cases = await eraseCases(db)
  const erased: Erased = {
    draft: await counted(db, { kind: 'draft', forget: () => forgetOldDrafts({ db }) }),
    'one-time-code': await counted(db, {
      kind: 'one-time-code',
      forget: async () => (await forgetOldCodes({ db })) + (await forgetUnfinishedPhoneChanges({ db })),
    }),
    'rate-limit': await forgetCounters({ db }),
    application: cases.erased,
    account: await eraseAccounts(db),
  }
  for (const kind of rowKinds) erased[kind] = await forgetRows(db, kind)
  return { erased, failed: cases.failed }
}

/**
 * The hourly round: counters of requests go soon after their window, so that not even the digest of an address is
 * kept for a day.
 *
 * @returns how many went
 */
export function forgetCounters({ db }: { db: Database }): Promise<number> {
  return counted(db, { kind: 'rate-limit', forget: () => forgetOldLimits({ db }) })
}

async function eraseCases(db: Database) {
  const due = await db.execute<{ id: string }>(sql`
    select a.id from applications a
    where a.erased_at is null and a.ended_at + retention_of(retention_kind_of(a.status)) <= service_now()
      and not exists (select from complaints c where c.application_id = a.id and c.answered_at is null)
      and not exists (select from revocation_hearings h join certificates c on c.id = h.certificate_id
        where c.application_id = a.id and h.decided_at is null)
    order by a.ended_at limit 1000`)
  const failed: { caseId: string; error: unknown }[] = []
  for (const { id } of due) {
    await db.execute(sql`select erase_case(${id}::uuid)`).catch(error => failed.push({ caseId: id, error }))
  }
  return { erased: due.length - failed.length, failed }
}

async function eraseAccounts(db: Database): Promise<number> {
  const [row] = await db.execute<{ erased: number }>(sql`
    with old as materialized (
      select id from residents r where erased_at is null and created_at + retention_of('account') <= service_now()
        and not exists (select from applications a where r.id in (a.resident_id, a.principal_resident_id)
          and a.erased_at is null and a.status <> 'draft')
      limit 1000
    )
    select count(*) filter (where erase_account(id, false))::int as erased from old`)
  return row?.erased ?? 0
}

async function forgetRows(db: Database, kind: (typeof rowKinds)[number]): Promise<number> {
  let sum = 0
  for (let round = 0; round < mostRounds; round += 1) {
    const [row] = await db.execute<{ gone: number }>(sql`select forget_rows(${kind}) as gone`)
    if (!row?.gone) break
    sum += row.gone
  }
  return sum
}

/** These hold nothing that a proof could name: a count is all there is to keep. */
async function counted(
  db: Database,
  { kind, forget }: { kind: string; forget: () => Promise<number> },
): Promise<number> {
  const rows = await forget()
  if (rows > 0) await db.insert(auditEvents).values({ action: 'records-erased', details: { kind, rows } })
  return rows
}
