import type postgres from 'postgres'

/** The three roles: one owns and migrates, one is the application's and owns nothing, one owns the job queue. */
export const roleNames = {
  owner: 'registration_owner',
  application: 'registration_app',
  jobs: 'registration_jobs',
} as const

/** What the application's role may do with each table beyond reading it; everything unnamed stays forbidden. */
const writeRights: Record<string, string> = {
  access_alerts: 'insert, update',
  applications: 'insert, update, delete',
  application_parties: 'insert, update',
  application_events: 'insert',
  assistances: 'insert, update',
  assisted_prints: 'insert',
  attachment_pages: 'insert, delete',
  attachments: 'insert, delete',
  audit_checkpoint_heads: 'insert',
  audit_checkpoints: 'insert',
  audit_events: 'insert',
  calendar_days: 'insert, update, delete',
  calendar_years: 'insert, update',
  certificate_papers: 'insert',
  certificate_serials: 'insert, update',
  certificates: 'insert, update',
  commitment_signatures: 'insert',
  complaints: 'insert, update',
  consent_withdrawals: 'insert',
  correction_notices: 'insert, update',
  data_requests: 'insert, update',
  deadlines: 'insert, update',
  decisions: 'insert, update',
  extension_requests: 'insert, update',
  log_exports: 'insert, update',
  messages: 'insert, update',
  notifications: 'insert, update',
  offices: 'update',
  one_time_codes: 'insert, update, delete',
  openid_links: 'insert, delete',
  phone_changes: 'insert, update, delete',
  print_codes: 'insert, update',
  rate_limits: 'insert, update, delete',
  ratings: 'insert, update',
  rejection_proposals: 'insert, update',
  rejection_reasons: 'insert, update',
  residents: 'insert, update',
  revocation_hearings: 'insert, update',
  sessions: 'insert, update',
  signing_keys: 'insert, update',
  staff: 'insert, update',
  staff_authenticators: 'insert, update, delete',
  staff_offices: 'insert, delete',
  staff_passkeys: 'insert, update, delete',
  staff_recovery_codes: 'insert, update, delete',
  status_shares: 'insert, update',
  supervision_records: 'insert, update',
  time_limits: 'insert',
  transparency_checkpoints: 'insert',
  transparency_leaves: 'insert',
  waiting_certificates: 'insert, update',
  verifications: 'insert, update (purpose)',
}

/**
 * Gives the application's role exactly the rights listed above, again after each migration, so that a right
 * taken off the list is taken away. Only the demo and tests may move the service's clock.
 */
export async function grantRights({
  owner,
  timeTravel,
}: {
  owner: postgres.Sql
  timeTravel: boolean
}): Promise<void> {
  const app = roleNames.application
  await owner.unsafe(`
    revoke all on all tables in schema public from ${app};
    revoke all on all sequences in schema public from ${app};
    revoke create on schema public from public;
    grant usage on schema public to ${app};
    grant select on all tables in schema public to ${app};
    grant usage on all sequences in schema public to ${app};
  `)
  for (const [table, rights] of Object.entries(writeRights)) {
    await owner.unsafe(`grant ${rights} on ${table} to ${app}`)
  }
  await lookForTemporaryTablesLast(owner)
  const verb = timeTravel ? 'grant execute' : 'revoke execute'
  await owner.unsafe(
    `${verb} on function set_service_clock_ahead(interval) ${timeTravel ? 'to' : 'from'} ${app}`,
  )
}

/**
 * A function that looks into `public` would find a temporary table of the same name first, in which whoever
 * made it could allow themselves any transition. None of our roles may make one; this holds even if one could.
 */
async function lookForTemporaryTablesLast(owner: postgres.Sql): Promise<void> {
  const functions = await owner<{ name: string }[]>`
    select oid::regprocedure::text as name from pg_proc
    where pronamespace = 'public'::regnamespace and proconfig @> '{search_path=public}'`
  for (const { name } of functions) {
    await owner.unsafe(`alter function ${name} set search_path = public, pg_temp`)
  }
}
