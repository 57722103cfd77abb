import { type Door, everybody, outcomes, owner, ownerAtCounter, residents, residentsAndHelper } from './door'

/** The rooms of residents. */
export const residentDoors: Record<string, Door> = {
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
  'app/applications/[reference]/share/page.tsx': {
    at: ({ open }) => `/applications/${open}/share`,
    gives: owner,
  },
  'app/applications/[reference]/messages/page.tsx': {
    at: ({ open }) => `/applications/${open}/messages`,
    gives: owner,
  },
  'app/applications/[reference]/rating/page.tsx': {
    at: ({ open }) => `/applications/${open}/rating`,
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
  // Answers POST alone; a GET is answered with 405 whoever asks.
  'app/apply/[draftId]/[question]/typed/route.ts': {
    at: ({ draft }) => `/apply/${draft}/applicant/typed`,
    gives: outcomes(() => 'no'),
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
}
