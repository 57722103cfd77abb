import postgres from 'postgres'

/** What the service itself goes on writing to any case meanwhile: reminders, checkpoints, who searched. */
const moving: readonly string[] = [
  'application_events',
  'audit_checkpoint_heads',
  'audit_events',
  'notifications',
]

/**
 * What only a release, an administrator's own page or a key command changes. Running numbers are not among it: who
 * reissues an own certificate takes the next.
 */
const ofNoCase: readonly string[] = [
  'application_transitions',
  'commitment_versions',
  'counties',
  'signing_keys',
  'retention_rules',
]

/**
 * What hostile input to one's own forms must never reach: the cases of others (those of the demo, of which the
 * attacker has none) in every table that knows a case, and what no form of the service changes. As digests.
 */
export async function rowsOfOthers(ownerUrl: string): Promise<Record<string, string>> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const others = sql`select id from applications a where status <> 'draft' and not exists (
    select from residents r where r.id = a.resident_id and r.created_at > service_now() - interval '1 hour')`
  const digest = sql`count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest`
  try {
    const ofCases = await sql<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'application_id' order by 1`
    const digests: Record<string, string> = {}
    for (const { name } of ofCases.filter(table => !moving.includes(table.name))) {
      const [row] = await sql`select ${digest} from ${sql(name)} t where application_id in (${others})`
      digests[name] = String(row?.digest)
    }
    for (const name of ofNoCase) {
      const [row] = await sql`select ${digest} from ${sql(name)} t`
      digests[name] = String(row?.digest)
    }
    return digests
  } finally {
    await sql.end()
  }
}
