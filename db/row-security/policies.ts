/** Conditions in SQL under which a viewer sees, adds, changes and removes the rows of a table. */
export type RowRules = { see: string; add?: string; change?: string; remove?: string }

const resident = '(select viewer_resident())'
const member = '(select viewer_staff())'
const role = '(select viewer_role())'
const isSignedIn = `(${resident} is not null or ${member} is not null)`
const isAdministrator = `${role} = 'administrator'`
const isAuditor = `${role} = 'auditor'`
/** Given as a list that is made once a statement. */
const ofOwnOffice = 'office_code = any((select viewer_offices())::text[])'

const ofCase = (table: string) => `exists (select from applications a where a.id = ${table}.application_id)`
const ofCertificate = (table: string) =>
  `exists (select from certificates c where c.id = ${table}.certificate_id)`

/** Rows that belong to a case: whoever sees the case sees them and may write them, as far as the triggers let. */
const hangsOnCase = (table: string): RowRules => all(ofCase(table))
/** The same with the office in the row, which is asked first. */
const hangsOnCaseOfOffice = (table: string): RowRules => all(`${ofOwnOffice} or ${ofCase(table)}`)

function all(condition: string): RowRules {
  return { see: condition, add: condition, change: condition, remove: condition }
}

const ownOrOffices = `resident_id = ${resident} or principal_resident_id = ${resident} or ${ofOwnOffice}
  or id = any((select viewer_mandates())::uuid[])`

const secondFactor: RowRules = {
  see: `staff_id = ${member} or ${isAdministrator}`,
  add: `staff_id = ${member}`,
  change: `staff_id = ${member}`,
  remove: `staff_id = ${member} or ${isAdministrator}`,
}

/**
 * Who sees and writes which rows, beside the service itself, which does all that its rights allow. These follow
 * lib/identity/permissions.ts a second time, where no code can forget them. A table without a row here stands in
 * `tablesForEverybody`; a test holds both lists against the database.
 */
export const rowRules: Record<string, RowRules> = {
  applications: {
    see: ownOrOffices,
    add: `resident_id = ${resident} and status = 'draft'`,
    change: ownOrOffices,
    remove: `resident_id = ${resident} and status = 'draft'`,
  },
  application_parties: hangsOnCase('application_parties'),
  application_events: {
    see: `${ofCase('application_events')} or ${isAuditor}`,
    add: ofCase('application_events'),
  },
  consent_withdrawals: hangsOnCase('consent_withdrawals'),
  commitment_signatures: hangsOnCase('commitment_signatures'),
  correction_notices: hangsOnCase('correction_notices'),
  attachments: hangsOnCase('attachments'),
  attachment_pages: all('exists (select from attachments a where a.id = attachment_pages.attachment_id)'),
  messages: hangsOnCase('messages'),
  status_shares: hangsOnCase('status_shares'),
  rejection_proposals: hangsOnCase('rejection_proposals'),
  extension_requests: hangsOnCase('extension_requests'),
  complaints: hangsOnCase('complaints'),
  ratings: hangsOnCaseOfOffice('ratings'),
  deadlines: hangsOnCaseOfOffice('deadlines'),
  decisions: hangsOnCaseOfOffice('decisions'),
  supervision_records: hangsOnCaseOfOffice('supervision_records'),
  certificates: hangsOnCaseOfOffice('certificates'),
  waiting_certificates: {
    ...hangsOnCase('waiting_certificates'),
    // Which character waits in which case, for whoever looks after the fonts.
    see: `${ofCase('waiting_certificates')} or ${isAdministrator}`,
  },
  certificate_papers: all(ofCertificate('certificate_papers')),
  assisted_prints: {
    see: `${ofOwnOffice} or ${ofCertificate('assisted_prints')}`,
    add: `staff_id = ${member} and ${ofOwnOffice}`,
  },
  print_codes: all(ofCertificate('print_codes')),
  revocation_hearings: all(ofCertificate('revocation_hearings')),
  verifications: all(ofCertificate('verifications')),
  notifications: {
    see: `resident_id = ${resident} or staff_id = ${member} or ${ofCase('notifications')}`,
    // Whoever acts tells others, whose messages they do not read afterwards.
    add: isSignedIn,
    change: `resident_id = ${resident} or ${ofCase('notifications')}`,
  },
  residents: {
    see: `id = ${resident} or exists (select from applications a where a.resident_id = residents.id)
      or exists (select from applications a where a.principal_resident_id = residents.id)
      or (${isAuditor} and exists (select from data_requests d where d.resident_id = residents.id and d.kind = 'other'))`,
    change: `id = ${resident}`,
  },
  assistances: {
    see: `staff_id = ${member} or resident_id = ${resident}`,
    change: `staff_id = ${member}`,
  },
  openid_links: all(`resident_id = ${resident}`),
  phone_changes: {
    see: `resident_id = ${resident} or ${ofOwnOffice} or ${isAuditor}`,
    add: `resident_id = ${resident} or ${ofOwnOffice}`,
    change: `resident_id = ${resident} or ${ofOwnOffice} or ${isAuditor}`,
    remove: `resident_id = ${resident}`,
  },
  sessions: {
    see: `resident_id = ${resident} or staff_id = ${member} or (${isAdministrator} and staff_id is not null)`,
    change: `resident_id = ${resident} or staff_id = ${member} or (${isAdministrator} and staff_id is not null)`,
  },
  // One's own phone; or the phone or address that is to be shown as somebody's, by the code sent there.
  one_time_codes: all(`phone_lookup = (select viewer_phone())
    or (${isSignedIn} and purpose in ('be-assisted', 'take-phone', 'confirm-email'))`),
  audit_events: {
    see: `resident_id = ${resident} or staff_id = ${member} or ${isAuditor} or ${ofCase('audit_events')}`,
    add: `resident_id = ${resident} or staff_id = ${member}`,
  },
  // Alerts are raised by the service alone.
  access_alerts: { see: isAuditor, change: isAuditor },
  log_exports: {
    see: `${isAuditor} or ${role} = 'county'`,
    add: `${isAuditor} and requested_by_id = ${member}`,
    change: `${isAuditor} or ${role} = 'county'`,
  },
  data_requests: {
    see: `resident_id = ${resident} or ${isAuditor}`,
    add: `resident_id = ${resident}`,
    change: isAuditor,
  },
  // An administrator takes lost factors away, and adds none for a colleague.
  staff_authenticators: secondFactor,
  staff_passkeys: secondFactor,
  staff_recovery_codes: secondFactor,
  // Names of staff stand beside what they did, for residents too.
  staff: { see: isSignedIn, add: isAdministrator, change: `${isAdministrator} or id = ${member}` },
  staff_offices: { see: isSignedIn, add: isAdministrator, remove: isAdministrator },
}

/** Tables without private rows, and why everybody may see all of them. What may be written stands in db/roles.ts. */
export const tablesForEverybody: Record<string, string> = {
  application_transitions: 'the rules of the procedure, the same for all',
  audit_checkpoint_heads: 'hashes alone, made to be compared by others',
  audit_checkpoints: 'signed digests, made to be kept by others',
  calendar_days: 'the published calendar',
  calendar_years: 'the published calendar',
  certificate_serials: 'the running number of an office and day',
  commitment_versions: 'published texts',
  counties: 'published list',
  guide_sections: 'the published guide',
  erasure_plan: 'what goes when a retention has run out, the same for all',
  offices: 'published list',
  rate_limits: 'keyed digests and counters, asked before anybody is known',
  rejection_reasons: 'the published catalogue',
  retention_rules: 'published rules with their law',
  service_clock: 'the time',
  signing_keys: 'public keys',
  time_limits: 'published limits with their law',
  transparency_checkpoints: 'published log',
  transparency_entries: 'published log, without names',
  transparency_leaves: 'published log',
}
