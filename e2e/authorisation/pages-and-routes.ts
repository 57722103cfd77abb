import type { Place, Role } from './world'
import { roles } from './world'

/** What a page or route gives somebody: what they came for, the way to sign in, or nothing. */
export type Outcome = 'yes' | 'sign-in' | 'no'

export type Door = {
  /** An address behind this door, in the world of the test. */
  at: (places: Record<Place, string>) => string
  gives: Record<Role, Outcome>
}

const staffRoles: readonly Role[] = [
  'officer',
  'officer elsewhere',
  'supervisor',
  'county',
  'administrator',
  'auditor',
]

function outcomes(of: (role: Role) => Outcome): Record<Role, Outcome> {
  return Object.fromEntries(roles.map(role => [role, of(role)])) as Record<Role, Outcome>
}

/** Open to the whole world. */
const everybody = outcomes(() => 'yes')
/** Leads to the door of sign-in whoever asks, since it is a step of signing in. */
const afterAPhone = outcomes(() => 'sign-in')
/** Any signed-in resident; staff sign in as residents first. */
const residents = outcomes(role => (role === 'resident' || role === 'other resident' ? 'yes' : 'sign-in'))
/** The resident whose application it is; for another resident there is nothing at that address. */
const owner = outcomes(role => (role === 'resident' ? 'yes' : role === 'other resident' ? 'no' : 'sign-in'))

/** In the form, the officer elsewhere is somebody who helps a third resident at the counter, with drafts of their own. */
const residentsAndHelper: Record<Role, Outcome> = { ...residents, 'officer elsewhere': 'yes' }
const ownerAtCounter: Record<Role, Outcome> = { ...owner, 'officer elsewhere': 'no' }

/** These members of staff; others are told that it is not theirs, and residents are led to the staff's door. */
function staff(...allowed: Role[]): Record<Role, Outcome> {
  return outcomes(role => {
    if (!staffRoles.includes(role)) return 'sign-in'
    return allowed.includes(role) ? 'yes' : 'no'
  })
}

/** A step of signing in: for whoever has come so far, and past it for whoever is signed in. */
function step(waiting: Role): Record<Role, Outcome> {
  return outcomes(role => (role === waiting || staffRoles.includes(role) ? 'yes' : 'sign-in'))
}

const caseWorkers = staff('officer', 'supervisor')
const supervisors = staff('supervisor', 'county')
const administrators = staff('administrator')
const auditors = staff('auditor')

/** Every page and route of the build. A new one without an entry fails (app/every-door-is-listed.test.ts). */
export const pagesAndRoutes: Record<string, Door> = {
  'app/page.tsx': { at: () => '/', gives: everybody },
  'app/guide/page.tsx': { at: () => '/guide', gives: everybody },
  'app/offices/page.tsx': { at: () => '/offices', gives: everybody },
  'app/accessibility/page.tsx': { at: () => '/accessibility', gives: everybody },
  'app/privacy/page.tsx': { at: () => '/privacy', gives: everybody },
  'app/problem/page.tsx': { at: () => '/problem', gives: everybody },
  'app/language/route.ts': { at: () => '/language?to=en', gives: everybody },
  'app/large-text/route.ts': { at: () => '/large-text?to=on', gives: everybody },
  // Only while the demo mode is on; production answers as if it were not there.
  'app/demo/outbox/page.tsx': { at: () => '/demo/outbox', gives: everybody },
  'app/staff/[...nowhere]/page.tsx': { at: () => '/staff/nowhere', gives: outcomes(() => 'no') },
  'app/sign-in/page.tsx': { at: () => '/sign-in', gives: everybody },
  'app/sign-in/code/page.tsx': { at: () => '/sign-in/code', gives: afterAPhone },
  // Steps of signing in at a provider: without one, or without having begun, they lead to the door.
  'app/sign-in/openid/start/route.ts': { at: () => '/sign-in/openid/start', gives: afterAPhone },
  'app/sign-in/openid/callback/route.ts': { at: () => '/sign-in/openid/callback', gives: afterAPhone },
  'app/sign-in/openid/page.tsx': { at: () => '/sign-in/openid', gives: afterAPhone },
  'app/sign-in/openid/code/page.tsx': { at: () => '/sign-in/openid/code', gives: afterAPhone },
  'app/staff/sign-in/second-step/page.tsx': {
    at: () => '/staff/sign-in/second-step',
    gives: step('second step'),
  },
  'app/staff/sign-in/password/page.tsx': { at: () => '/staff/sign-in/password', gives: step('newcomer') },
  'app/staff/sign-in/set-up/page.tsx': { at: () => '/staff/sign-in/set-up', gives: step('without factor') },
  'app/staff/sign-in/page.tsx': { at: () => '/staff/sign-in', gives: everybody },
  // Whoever holds the secret link; who opens one that nobody gave learns nothing.
  'app/confirm/[secret]/page.tsx': { at: places => `/confirm/${places.confirmSecret}`, gives: everybody },

  'app/verify/page.tsx': { at: () => '/verify', gives: everybody },
  'app/transparency/page.tsx': { at: () => '/transparency', gives: everybody },
  'app/transparency/checkpoint/route.ts': { at: () => '/transparency/checkpoint', gives: everybody },
  'app/transparency/entries/route.ts': { at: () => '/transparency/entries?from=0', gives: everybody },
  // Whoever has the token has the paper; a token that nobody was given has no proof.
  'app/transparency/proofs/[token]/route.ts': {
    at: () => '/transparency/proofs/none',
    gives: outcomes(() => 'no'),
  },
  'app/verify/integrators/page.tsx': { at: () => '/verify/integrators', gives: everybody },
  'app/verify/offline/page.tsx': { at: () => '/verify/offline', gives: everybody },
  'app/verify/app.webmanifest/route.ts': { at: () => '/verify/app.webmanifest', gives: everybody },
  'app/verify/service-worker.js/route.ts': { at: () => '/verify/service-worker.js', gives: everybody },
  'app/fonts/rare.css/route.ts': { at: () => '/fonts/rare.css', gives: everybody },
  'app/fonts/[file]/route.ts': {
    at: () => '/fonts/HanaMinB.CJK-Unified-Ideographs-Extension-B-03.woff2',
    gives: everybody,
  },
  'app/v/[[...token]]/route.ts': { at: () => '/v/none', gives: everybody },
  'app/.well-known/jwks.json/route.ts': { at: () => '/.well-known/jwks.json', gives: everybody },
  'app/api/v1/health/route.ts': { at: () => '/api/v1/health', gives: everybody },
  'app/api/v1/openapi.json/route.ts': { at: () => '/api/v1/openapi.json', gives: everybody },
  'app/api/v1/status-lists/[id]/route.ts': { at: () => '/api/v1/status-lists/1', gives: everybody },
  'app/api/v1/deadlines/route.ts': {
    at: () => '/api/v1/deadlines?start=2026-02-13T16:00:00%2B08:00&workingDays=5',
    gives: everybody,
  },
  // Answers POST alone; its own tests ask it. A GET is answered with 405 whoever asks.
  'app/api/v1/verify/route.ts': { at: () => '/api/v1/verify', gives: outcomes(() => 'no') },
  'app/api/v1/verify/batch/route.ts': { at: () => '/api/v1/verify/batch', gives: outcomes(() => 'no') },
  // The code is the right: whoever has it prints once.
  'app/print/page.tsx': { at: () => '/print', gives: everybody },
  'app/print/certificate.pdf/route.ts': { at: () => '/print/certificate.pdf', gives: everybody },
  'app/api/auth/[...nextauth]/route.ts': { at: () => '/api/auth/session', gives: everybody },

  'app/account/page.tsx': { at: () => '/account', gives: residents },
  'app/account/phone/page.tsx': { at: () => '/account/phone', gives: residents },
  // Steps after a first one, which they lead back to when it was not taken.
  'app/account/phone/codes/page.tsx': { at: () => '/account/phone/codes', gives: residents },
  'app/account/email/page.tsx': { at: () => '/account/email', gives: residents },
  'app/account/email/code/page.tsx': { at: () => '/account/email/code', gives: residents },
  'app/account/preferences/page.tsx': { at: () => '/account/preferences', gives: residents },
  'app/account/notices/page.tsx': { at: () => '/account/notices', gives: residents },
  // Whoever holds the secret of the old number's link; another one opens nothing.
  'app/account/objection/[secret]/page.tsx': { at: () => '/account/objection/none', gives: everybody },
  'app/account/data/page.tsx': { at: () => '/account/data', gives: residents },
  'app/account/data/consent/page.tsx': { at: () => '/account/data/consent', gives: residents },
  'app/account/data/erase/page.tsx': { at: () => '/account/data/erase', gives: residents },
  'app/account/data/other/page.tsx': { at: () => '/account/data/other', gives: residents },
  // Only whoever asked for a copy fetches it; nobody asked for this one.
  'app/account/data/copy/[file]/route.ts': {
    at: () => '/account/data/copy/00000000-0000-4000-8000-000000000000.json',
    gives: outcomes(role => (role === 'resident' || role === 'other resident' ? 'no' : 'sign-in')),
  },
  'app/applications/page.tsx': { at: () => '/applications', gives: residents },
  'app/applications/[reference]/page.tsx': { at: ({ open }) => `/applications/${open}`, gives: owner },
  'app/applications/[reference]/correction/page.tsx': {
    at: ({ correction }) => `/applications/${correction}/correction`,
    gives: owner,
  },
  // Only for whoever holds the phone that a proxy gave.
  'app/applications/[reference]/mandate/page.tsx': {
    at: ({ mandate }) => `/applications/${mandate}/mandate`,
    gives: owner,
  },
  'app/applications/[reference]/withdraw/page.tsx': {
    at: ({ open }) => `/applications/${open}/withdraw`,
    gives: owner,
  },
  'app/applications/[reference]/deadline.ics/route.ts': {
    at: ({ open }) => `/applications/${open}/deadline.ics`,
    gives: owner,
  },
  'app/applications/[reference]/documents/page.tsx': {
    at: ({ shown }) => `/applications/${shown}/documents`,
    gives: owner,
  },
  // Answers POST alone; a GET is answered with 405 whoever asks.
  'app/applications/[reference]/documents/upload/route.ts': {
    at: ({ shown }) => `/applications/${shown}/documents/upload`,
    gives: outcomes(() => 'no'),
  },
  'app/applications/[reference]/documents/[document]/[page]/route.ts': {
    at: ({ shown, attachment }) => `/applications/${shown}/documents/${attachment}/1`,
    gives: owner,
  },
  'app/applications/[reference]/messages/page.tsx': {
    at: ({ open }) => `/applications/${open}/messages`,
    gives: owner,
  },
  'app/applications/[reference]/complaint/page.tsx': {
    at: ({ open }) => `/applications/${open}/complaint`,
    gives: owner,
  },
  'app/apply/page.tsx': { at: () => '/apply', gives: residentsAndHelper },
  'app/apply/[draftId]/page.tsx': { at: ({ draft }) => `/apply/${draft}`, gives: ownerAtCounter },
  'app/apply/[draftId]/[question]/page.tsx': {
    at: ({ draft }) => `/apply/${draft}/applicant`,
    gives: ownerAtCounter,
  },
  'app/apply/[draftId]/check/page.tsx': { at: ({ draft }) => `/apply/${draft}/check`, gives: ownerAtCounter },
  'app/apply/[draftId]/sign/page.tsx': { at: ({ draft }) => `/apply/${draft}/sign`, gives: ownerAtCounter },
  'app/apply/[draftId]/receipt/page.tsx': {
    at: ({ draft }) => `/apply/${draft}/receipt`,
    gives: ownerAtCounter,
  },
  'app/certificates/[number]/page.tsx': {
    at: ({ certificate }) => `/certificates/${certificate}`,
    gives: owner,
  },
  'app/certificates/[number]/paper/page.tsx': {
    at: ({ certificate }) => `/certificates/${certificate}/paper`,
    gives: owner,
  },
  'app/certificates/[number]/pdf/route.ts': {
    at: ({ certificate }) => `/certificates/${certificate}.pdf`,
    gives: owner,
  },
  'app/certificates/[number]/print-code/page.tsx': {
    at: ({ certificate }) => `/certificates/${certificate}/print-code`,
    gives: owner,
  },
  'app/certificates/[number]/reissue/page.tsx': {
    at: ({ certificate }) => `/certificates/${certificate}/reissue`,
    gives: owner,
  },
  'app/certificates/[number]/hearing/page.tsx': {
    at: ({ heard }) => `/certificates/${heard}/hearing`,
    gives: owner,
  },

  'app/staff/page.tsx': {
    at: () => '/staff',
    gives: staff('officer', 'officer elsewhere', 'supervisor'),
  },
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
