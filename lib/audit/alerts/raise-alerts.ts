import { sql } from 'drizzle-orm'
import { openPersonalText } from '@/db/personal-data'
import { accessAlerts, auditEvents } from '@/db/schema'
import { calendarInForce, type OfficeTime, officeTime, usualHours } from '@/lib/deadlines'
import type { Database, Queryable } from '@/lib/platform/database'
import { type Look, unusualLooks } from './unusual-looks'

/** A whole civil day is in it at whatever hour of the next the round is made. */
const hoursBack = 36
/** Nobody looks at more in that time; if the whole city does, the newest are looked through. */
const mostLooks = 50_000

/**
 * Looks through what staff looked at since yesterday and raises what is unusual, each once. An alert that is
 * still open grows with what was added since; one that an auditor has closed stays closed.
 *
 * @returns how many alerts are new
 */
export async function raiseAccessAlerts({ db }: { db: Database }): Promise<{ raised: number }> {
  const found = unusualLooks(await looksSinceYesterday(db))
  let raised = 0
  for (const { looks, lastAt, ...alert } of found) {
    await db.transaction(async transaction => {
      const [row] = await transaction
        .insert(accessAlerts)
        .values({ ...alert, looks, lastAt })
        .onConflictDoUpdate({
          target: [accessAlerts.rule, accessAlerts.staffId, accessAlerts.span],
          set: { looks, lastAt },
          setWhere: sql`${accessAlerts.closedAt} is null and ${accessAlerts.lastAt} < ${lastAt.toISOString()}::timestamptz`,
        })
        .returning({ id: accessAlerts.id, isNew: sql<boolean>`xmax = 0` })
      if (!row?.isNew) return
      raised += 1
      await transaction
        .insert(auditEvents)
        .values({ action: 'access-alert-raised', details: { alert: row.id, rule: alert.rule, looks } })
    })
  }
  return { raised }
}

type Row = {
  staff_id: string
  staff_name: string
  at: string
  case_id: string
  office_code: string | null
  is_reveal: boolean
  is_own: boolean
  party_names: string[]
}

async function looksSinceYesterday(db: Queryable): Promise<Look[]> {
  const rows = await db.execute<Row>(sql`
    select e.staff_id, s.name as staff_name, e.at::text as at, e.application_id as case_id, e.office_code,
      e.purpose = 'reveal-id-number' as is_reveal,
      (coalesce(a.first_contact_id = e.staff_id, false) or coalesce(a.claimed_by_id = e.staff_id, false)
        or exists (select from application_events v where v.application_id = a.id and v.staff_id = e.staff_id)) as is_own,
      array(select p.name from application_parties p where p.application_id = a.id) as party_names
    from audit_events e
    join staff s on s.id = e.staff_id
    join applications a on a.id = e.application_id
    where e.action = 'case-viewed' and e.at > service_now() - make_interval(hours => ${hoursBack})
    order by e.at desc limit ${mostLooks}`)
  const times = await timesOf(db, { officeCodes: rows.flatMap(row => row.office_code ?? []) })
  const elsewhere = { calendar: await calendarInForce(db), hours: usualHours }
  return rows.map(row => ({
    staffId: row.staff_id,
    staffName: openPersonalText(row.staff_name),
    at: new Date(row.at),
    caseId: row.case_id,
    isReveal: row.is_reveal,
    isOwnCase: row.is_own,
    partyNames: row.party_names.map(openPersonalText),
    officeTime: (row.office_code ? times.get(row.office_code) : null) ?? elsewhere,
  }))
}

async function timesOf(
  db: Queryable,
  { officeCodes }: { officeCodes: readonly string[] },
): Promise<Map<string, OfficeTime>> {
  const times = new Map<string, OfficeTime>()
  for (const officeCode of new Set(officeCodes)) times.set(officeCode, await officeTime(db, { officeCode }))
  return times
}
