import { inArray, type SQL, sql } from 'drizzle-orm'
import { staff } from '@/db/schema'
import { type ActedWithoutStaff, isActOfProxy, whoActedWithoutStaff } from '@/lib/applications'
import { mayAudit, type StaffRole, type StaffViewer } from '@/lib/identity'
import { maskName } from '@/lib/identity/rules'
import type { CivilDate } from '@/lib/platform/civil-date'
import type { Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import type { ChainedLog } from '../chain/chained-row'
import { type LoggedAction, logOfAction } from './logged-actions'

export const LOG_PAGE_SIZE = 50

/** What an auditor looks for; null: whatever it is. */
export type LogFilter = {
  reference: string | null
  staffNumber: string | null
  action: LoggedAction | null
  from: CivilDate | null
  until: CivilDate | null
}

/** Where a page begins: after this row. The instant in microseconds, since many rows share a millisecond. */
export type LogPosition = { micros: string; log: ChainedLog; id: string }

export type LogEntry = {
  log: ChainedLog
  id: string
  at: Date
  action: string
  reference: string | null
  /** Who did it, with the name masked; null: somebody who is no staff, or the service itself, as `by` says. */
  member: { staffNumber: string; name: string; role: StaffRole } | null
  by: 'staff' | ActedWithoutStaff
  officeCode: string | null
  officeName: string | null
  officeNameEnglish: string | null
  purpose: string | null
  details: Record<string, string | number | boolean | null>
  position: number
  previousHash: string
  hash: string
}

/**
 * Both logs as one, newest first, for the auditor alone. It carries no name of a resident, no number of theirs
 * and none of the words that were written to them.
 */
export async function searchLog(
  {
    viewer,
    filter,
    after = null,
    limit = LOG_PAGE_SIZE,
  }: { viewer: StaffViewer; filter: LogFilter; after?: LogPosition | null; limit?: number },
  { db }: { db: Queryable },
): Promise<Result<{ entries: LogEntry[]; next: LogPosition | null }, 'not-your-role'>> {
  if (!mayAudit({ viewer })) return failed('not-your-role')
  const rows = await db.execute<Row>(sql`
    select rows.log, rows.id::text as id, (extract(epoch from rows.at) * 1000000)::bigint::text as micros,
      rows.action, rows.resident_id, applications.applied_by, applications.resident_id as sent_by_id,
      rows.staff_id, rows.office_code, rows.purpose,
      rows.details, rows.chain_position, rows.previous_hash, rows.hash, applications.reference,
      offices.name as office_name, offices.name_english as office_name_english
    from (${sql.join(
      logsToRead(filter).map(log => newestOf({ log, filter, after, limit: limit + 1 })),
      sql` union all `,
    )}) rows
    left join applications on applications.id = rows.application_id
    left join offices on offices.code = rows.office_code
    order by rows.at desc, rows.log desc, rows.id desc limit ${limit + 1}`)
  const members = await membersOf(db, { ids: rows.flatMap(row => row.staff_id ?? []) })
  const entries = rows.slice(0, limit).map(row => asEntry({ row, members }))
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? { micros: last.micros, log: last.log, id: last.id } : null
  return done({ entries, next })
}

function logsToRead({ action }: LogFilter): ChainedLog[] {
  return action ? [logOfAction[action]] : ['audit_events', 'application_events']
}

function newestOf({
  log,
  filter,
  after,
  limit,
}: {
  log: ChainedLog
  filter: LogFilter
  after: LogPosition | null
  limit: number
}): SQL {
  const action = sql.identifier(log === 'audit_events' ? 'action' : 'name')
  const purpose = log === 'audit_events' ? sql`purpose` : sql`null::text`
  return sql`(select ${log}::text as log, id, at, ${action} as action, application_id, resident_id, staff_id,
      office_code, ${purpose} as purpose, details, chain_position, previous_hash, hash
    from ${sql.identifier(log)} where ${sql.join(conditions({ log, action: sql`${action}`, filter, after }), sql` and `)}
    order by at desc, id desc limit ${limit})`
}

function conditions({
  log,
  action,
  filter: { reference, staffNumber, action: asked, from, until },
  after,
}: {
  log: ChainedLog
  action: SQL
  filter: LogFilter
  after: LogPosition | null
}): SQL[] {
  const start = (date: CivilDate) => sql`(${date}::date)::timestamp at time zone 'Asia/Shanghai'`
  return [
    sql`true`,
    ...(reference
      ? [sql`application_id = (select id from applications where reference = ${reference})`]
      : []),
    ...(staffNumber ? [sql`staff_id = (select id from staff where staff_number = ${staffNumber})`] : []),
    ...(asked ? [sql`${action} = ${asked}`] : []),
    ...(from ? [sql`at >= ${start(from)}`] : []),
    ...(until ? [sql`at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'`] : []),
    ...(after ? [beforeRow({ log, after })] : []),
  ]
}

/** Said twice, since the index by time serves the first alone. */
function beforeRow({ log, after }: { log: ChainedLog; after: LogPosition }): SQL {
  const at = sql`to_timestamp(${after.micros}::numeric / 1000000)`
  return sql`at <= ${at} and (at, ${log}::text, id) < (${at}, ${after.log}::text, ${after.id}::bigint)`
}

type Row = {
  log: ChainedLog
  id: string
  micros: string
  action: string
  resident_id: string | null
  /** Of the case, both null where it was erased since. */
  applied_by: 'self' | 'proxy' | null
  sent_by_id: string | null
  staff_id: string | null
  office_code: string | null
  office_name: string | null
  office_name_english: string | null
  purpose: string | null
  details: LogEntry['details']
  chain_position: number
  previous_hash: string
  hash: string
  reference: string | null
}

type Members = Map<string, LogEntry['member']>

async function membersOf(db: Queryable, { ids }: { ids: string[] }): Promise<Members> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: staff.id, staffNumber: staff.staffNumber, name: staff.name, role: staff.role })
    .from(staff)
    .where(inArray(staff.id, [...new Set(ids)]))
  return new Map(
    rows.map(({ id, staffNumber, name, role }) => [id, { staffNumber, name: maskName(name), role }]),
  )
}

function whoActed({ action, resident_id, applied_by, sent_by_id }: Row): ActedWithoutStaff {
  const application = applied_by && sent_by_id ? { appliedBy: applied_by, residentId: sent_by_id } : null
  const byProxy = isActOfProxy({ residentId: resident_id, application })
  return whoActedWithoutStaff({ name: action, byResident: resident_id !== null, byProxy })
}

function asEntry({ row, members }: { row: Row; members: Members }): LogEntry {
  const member = row.staff_id ? (members.get(row.staff_id) ?? null) : null
  return {
    log: row.log,
    id: row.id,
    at: new Date(Number(row.micros) / 1_000),
    action: row.action,
    reference: row.reference,
    member,
    by: member ? 'staff' : whoActed(row),
    officeCode: row.office_code,
    officeName: row.office_name,
    officeNameEnglish: row.office_name_english,
    purpose: row.purpose,
    details: row.details,
    position: row.chain_position,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
