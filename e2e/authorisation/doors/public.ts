import { afterAPhone, type Door, everybody, outcomes, step } from './door'

/** What anybody may ask for, and the steps of signing in. */
export const publicDoors: Record<string, Door> = {
  'app/page.tsx': { at: () => '/', gives: everybody },
  'app/guide/page.tsx': { at: () => '/guide', gives: everybody },
  'app/guide/search/page.tsx': { at: () => '/guide/search?words=12345', gives: everybody },
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

  // Whoever has the link; one that nobody gave, or that ended, says so and shows nothing.
  'app/shared/[secret]/page.tsx': { at: () => '/shared/none', gives: everybody },

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
  'app/offline/page.tsx': { at: () => '/offline', gives: everybody },
  'app/offline/service-worker.js/route.ts': { at: () => '/offline/service-worker.js', gives: everybody },
  'app/verify/offline/page.tsx': { at: () => '/verify/offline', gives: everybody },
  'app/verify/app.webmanifest/route.ts': { at: () => '/verify/app.webmanifest', gives: everybody },
  'app/verify/service-worker.js/route.ts': { at: () => '/verify/service-worker.js', gives: everybody },
  'app/fonts/rare.css/route.ts': { at: () => '/fonts/rare.css', gives: everybody },
  'app/fonts/[file]/route.ts': {
    at: () => '/fonts/HanaMinB.CJK-Unified-Ideographs-Extension-B-03.woff2',
    gives: everybody,
  },
  'app/fonts/characters/[hex]/route.ts': { at: () => '/fonts/characters/20BB7', gives: everybody },
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
}
