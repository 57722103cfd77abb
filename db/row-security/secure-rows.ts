import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import { roleNames } from '../roles'
import { type RowRules, rowRules } from './policies'
import { viewerFunctions } from './viewer'

/**
 * Confines the application's role, row by row, to what whoever it acts for may see (docs/decisions/0022).
 * Done after each migration, so that a new table or rule holds from its first start; unless something
 * changed, no table is touched, since each would have to wait for whoever works with it.
 *
 * @param viewer how the service names itself
 */
export async function secureRows({ owner, viewer }: { owner: postgres.Sql; viewer: string }): Promise<void> {
  for (const statement of viewerFunctions({ viewer })) await owner.unsafe(statement)
  await letTriggersSeeEverything(owner)
  const statements = Object.entries(rowRules).flatMap(([table, rules]) => policiesOf({ table, rules }))
  const digest = createHash('sha256').update(statements.join('\n')).digest('hex')
  const [known] = await owner<{ comment: string | null }[]>`
    select obj_description('viewer_is_service()'::regprocedure, 'pg_proc') as comment`
  if (known?.comment === digest) return
  await owner.begin(async transaction => {
    for (const statement of statements) await transaction.unsafe(statement)
    await transaction.unsafe(`comment on function viewer_is_service() is '${digest}'`)
  })
}

function policiesOf({ table, rules }: { table: string; rules: RowRules }): string[] {
  const { see, add, change, remove } = rules
  const to = `to ${roleNames.application}`
  const allowed = (condition: string) => `((select viewer_is_service()) or ${condition})`
  const or = (condition: string | undefined) => allowed(condition ?? 'false')
  return [
    `alter table ${table} enable row level security`,
    ...['see', 'add', 'change', 'remove'].map(verb => `drop policy if exists viewers_${verb} on ${table}`),
    `create policy viewers_see on ${table} for select ${to} using (${or(see)})`,
    `create policy viewers_add on ${table} for insert ${to} with check (${or(add)})`,
    `create policy viewers_change on ${table} for update ${to} using (${or(change)}) with check (${or(change)})`,
    `create policy viewers_remove on ${table} for delete ${to} using (${or(remove)})`,
  ]
}

/** What an invariant asks of several tables, directly or in a trigger, it asks of all their rows. */
const asksWholeTables = [
  'staff_serves_office(uuid, text)',
  'staff_is_party(uuid, uuid)',
  'complaint_is_about(uuid, uuid)',
  'resident_speaks_for_application(uuid, uuid)',
  'correction_notice_until(uuid)',
]

/**
 * An invariant that saw only the viewer's rows would let through what collides with others': the chain of the
 * log would begin anew for everybody. So every trigger of ours looks as the owner of the tables.
 */
async function letTriggersSeeEverything(owner: postgres.Sql): Promise<void> {
  const triggers = await owner<{ name: string }[]>`
    select distinct tgfoid::regprocedure::text as name from pg_trigger
    join pg_proc on pg_proc.oid = tgfoid
    where not tgisinternal and pronamespace = 'public'::regnamespace and not prosecdef
      -- This one asks what the caller may do, and looks into no table.
      and proname <> 'erasure_has_its_own_way'`
  for (const name of [...triggers.map(trigger => trigger.name), ...asksWholeTables]) {
    await owner.unsafe(`alter function ${name} security definer`)
  }
}
