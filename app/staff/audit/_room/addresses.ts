/** The pages of the auditors' room. */
export const auditPages = {
  log: '/staff/audit',
  alerts: '/staff/audit/alerts',
  exports: '/staff/audit/exports',
  requests: '/staff/audit/requests',
  phones: '/staff/audit/phone-changes',
  erasures: '/staff/audit/erasures',
} as const

/** Where an export of what a search finds is asked for. */
export const newExportPage = `${auditPages.exports}/new`
