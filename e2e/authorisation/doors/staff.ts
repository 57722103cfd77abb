import { type Door, everybody, outcomes, staff, staffRoles } from './door'

const caseWorkers = staff('officer', 'supervisor')
const supervisors = staff('supervisor', 'county')
const administrators = staff('administrator')
const auditors = staff('auditor')

const anyStaff = staff(...staffRoles)

/** The rooms of the staff. */
export const staffDoors: Record<string, Door> = {
  'app/staff/page.tsx': {
    at: () => '/staff',
    gives: staff('officer', 'officer elsewhere', 'supervisor'),
  },
  'app/staff/account/page.tsx': { at: () => '/staff/account', gives: anyStaff },
  'app/staff/account/password/page.tsx': { at: () => '/staff/account/password', gives: anyStaff },
  'app/staff/account/authenticator/page.tsx': { at: () => '/staff/account/authenticator', gives: anyStaff },
  'app/staff/account/passkey/page.tsx': { at: () => '/staff/account/passkey', gives: anyStaff },
  'app/staff/account/recovery-codes/page.tsx': { at: () => '/staff/account/recovery-codes', gives: anyStaff },
  'app/staff/account/remove/page.tsx': { at: () => '/staff/account/remove', gives: anyStaff },
  'app/staff/session/route.ts': { at: () => '/staff/session', gives: anyStaff },
  'app/staff/messages/page.tsx': {
    at: () => '/staff/messages',
    gives: staff('officer', 'officer elsewhere', 'supervisor'),
  },
  'app/staff/cases/[reference]/documents/page.tsx': {
    at: ({ open }) => `/staff/cases/${open}/documents`,
    gives: caseWorkers,
  },
  // What was chosen and not sent yet is nobody's but the applicant's.
  'app/staff/cases/[reference]/documents/[document]/[page]/route.ts': {
    at: ({ shown, attachment }) => `/staff/cases/${shown}/documents/${attachment}/1`,
    gives: outcomes(role => (staffRoles.includes(role) ? 'no' : 'sign-in')),
  },
  'app/staff/cases/[reference]/messages/page.tsx': {
    at: ({ open }) => `/staff/cases/${open}/messages`,
    gives: caseWorkers,
  },
  'app/staff/cases/[reference]/page.tsx': { at: ({ open }) => `/staff/cases/${open}`, gives: caseWorkers },
  'app/staff/cases/[reference]/correction/page.tsx': {
    at: ({ open }) => `/staff/cases/${open}/correction`,
    gives: caseWorkers,
  },
  'app/staff/cases/[reference]/date/page.tsx': {
    at: ({ open }) => `/staff/cases/${open}/date`,
    gives: caseWorkers,
  },
  'app/staff/cases/[reference]/extension/page.tsx': {
    at: ({ open }) => `/staff/cases/${open}/extension`,
    gives: caseWorkers,
  },
  'app/staff/cases/[reference]/rejection/page.tsx': {
    at: ({ open }) => `/staff/cases/${open}/rejection`,
    gives: caseWorkers,
  },
  'app/staff/cases/[reference]/transfer/page.tsx': {
    at: ({ open }) => `/staff/cases/${open}/transfer`,
    gives: caseWorkers,
  },
  // An officer is told why the form is not theirs: a second person confirms, a supervisor sets right.
  'app/staff/cases/[reference]/proposal/page.tsx': {
    at: ({ proposed }) => `/staff/cases/${proposed}/proposal`,
    gives: staff('supervisor'),
  },
  'app/staff/cases/[reference]/set-right/page.tsx': {
    at: ({ rejected }) => `/staff/cases/${rejected}/set-right`,
    gives: staff('supervisor'),
  },

  'app/staff/cases/[reference]/rating/page.tsx': {
    at: ({ rated }) => `/staff/cases/${rated}/rating`,
    gives: staff('officer', 'supervisor', 'county'),
  },

  // Officers may read it; whose part the answer is, is the business of the form.
  'app/staff/cases/[reference]/complaint/page.tsx': {
    at: ({ complained }) => `/staff/cases/${complained}/complaint`,
    gives: staff('officer', 'supervisor', 'county'),
  },

  'app/staff/certificates/[number]/page.tsx': {
    at: ({ heard }) => `/staff/certificates/${heard}`,
    gives: staff('supervisor'),
  },

  'app/staff/assist/page.tsx': {
    at: () => '/staff/assist',
    gives: staff('officer', 'officer elsewhere', 'supervisor'),
  },
  'app/staff/print/page.tsx': {
    at: () => '/staff/print',
    gives: staff('officer', 'officer elsewhere', 'supervisor'),
  },
  // A print is its officer's alone.
  'app/staff/print/[id]/page.tsx': {
    at: ({ printed }) => `/staff/print/${printed}`,
    gives: staff('officer'),
  },
  'app/staff/print/[id]/certificate.pdf/route.ts': {
    at: ({ printed }) => `/staff/print/${printed}/certificate.pdf`,
    gives: staff('officer'),
  },
  'app/staff/residents/page.tsx': {
    at: () => '/staff/residents',
    gives: staff('officer', 'officer elsewhere', 'supervisor'),
  },
  // A change that was begun is its officer's alone.
  'app/staff/residents/[change]/page.tsx': {
    at: ({ phoneChange }) => `/staff/residents/${phoneChange}`,
    gives: staff('officer'),
  },

  'app/staff/supervision/page.tsx': { at: () => '/staff/supervision', gives: supervisors },
  'app/staff/supervision/cases/page.tsx': { at: () => '/staff/supervision/cases', gives: supervisors },
  'app/staff/supervision/records/page.tsx': { at: () => '/staff/supervision/records', gives: supervisors },
  'app/staff/supervision/records/[reference]/page.tsx': {
    at: ({ record }) => `/staff/supervision/records/${record}`,
    gives: supervisors,
  },
  'app/staff/supervision/reassign/[reference]/page.tsx': {
    at: ({ open }) => `/staff/supervision/reassign/${open}`,
    gives: staff('supervisor'),
  },

  'app/staff/audit/page.tsx': { at: () => '/staff/audit', gives: auditors },
  'app/staff/audit/alerts/page.tsx': { at: () => '/staff/audit/alerts', gives: auditors },
  'app/staff/audit/phone-changes/page.tsx': { at: () => '/staff/audit/phone-changes', gives: auditors },
  'app/staff/audit/erasures/page.tsx': { at: () => '/staff/audit/erasures', gives: auditors },
  'app/staff/audit/requests/page.tsx': { at: () => '/staff/audit/requests', gives: auditors },
  'app/staff/audit/exports/page.tsx': { at: () => '/staff/audit/exports', gives: staff('auditor', 'county') },
  'app/staff/audit/exports/new/page.tsx': { at: () => '/staff/audit/exports/new', gives: auditors },
  // Taken by a form; whoever only opens the address is led to the list, which asks who they are.
  'app/staff/audit/exports/[id]/file/route.ts': {
    at: () => '/staff/audit/exports/none/file',
    gives: everybody,
  },
  // Nothing was taken there.
  'app/staff/audit/exports/[id]/proof/route.ts': {
    at: () => '/staff/audit/exports/none/proof',
    gives: staff(),
  },

  'app/staff/admin/page.tsx': { at: () => '/staff/admin', gives: administrators },
  'app/staff/admin/calendar/page.tsx': { at: () => '/staff/admin/calendar', gives: administrators },
  'app/staff/admin/calendar/[year]/page.tsx': {
    at: () => '/staff/admin/calendar/2027',
    gives: administrators,
  },
  'app/staff/admin/clock/page.tsx': { at: () => '/staff/admin/clock', gives: administrators },
  'app/staff/admin/limits/page.tsx': { at: () => '/staff/admin/limits', gives: administrators },
  'app/staff/admin/characters/page.tsx': { at: () => '/staff/admin/characters', gives: administrators },
  'app/staff/admin/messages/page.tsx': { at: () => '/staff/admin/messages', gives: administrators },
  'app/staff/admin/offices/page.tsx': { at: () => '/staff/admin/offices', gives: administrators },
  'app/staff/admin/offices/[code]/page.tsx': {
    at: () => '/staff/admin/offices/420202006',
    gives: administrators,
  },
  'app/staff/admin/reasons/page.tsx': { at: () => '/staff/admin/reasons', gives: administrators },
  'app/staff/admin/reasons/[code]/page.tsx': {
    at: () => '/staff/admin/reasons/already-registered',
    gives: administrators,
  },
  'app/staff/admin/staff/page.tsx': { at: () => '/staff/admin/staff', gives: administrators },
  'app/staff/admin/staff/[number]/page.tsx': {
    at: ({ staffNumber }) => `/staff/admin/staff/${staffNumber}`,
    gives: administrators,
  },
  'app/staff/admin/staff/new/page.tsx': { at: () => '/staff/admin/staff/new', gives: administrators },
}
