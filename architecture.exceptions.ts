/** A place that breaks a rule of architecture.test.ts, and why it may. */
export type Exception = { rule: string; file: string; reason: string }

/** One that no longer breaks its rule fails the test, so that this list only ever holds what is true. */
export const exceptions: Exception[] = [
  {
    rule: 'pages for residents take nothing from the staff’s room',
    file: 'app/_shell/assistance-bar.tsx',
    reason: 'stands above a resident’s form while a member of staff types for them, who ends it there',
  },
  {
    rule: 'app/ reaches the database only through lib/',
    file: 'app/_service.ts',
    reason: 'hands the keys of personal data over, once a process',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'db/seed/reference-data.ts',
    reason: 'fills the tables of which these lists are the source',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'db/seed/demo/invented-people.ts',
    reason: 'invents numbers by the very rule that checks them',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'scripts/start/signing-keys.ts',
    reason: 'keeps the public halves of the keys outside the database, for the operator’s commands',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'scripts/keys.ts',
    reason: "the operator's command, which makes and retires the keys themselves",
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'scripts/start/secrets.ts',
    reason: 'makes the demo its certificate of a signer, once an installation',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'scripts/bench/certificate/bare-server.ts',
    reason: 'is measured against, and so takes nothing but the check itself',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'scripts/bench/certificate/paper.ts',
    reason: 'measures the signing of a paper alone, without a database',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'app/verify/_reader/what-was-scanned.ts',
    reason: 'runs in the browser, where the door of verification, which leads to the database, does not fit',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'app/verify/offline/offline-answer.tsx',
    reason: 'runs in the browser, where the door of verification, which leads to the database, does not fit',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'app/verify/offline/offline-verifier.tsx',
    reason: 'runs in the browser, where the door of verification, which leads to the database, does not fit',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'app/verify/offline/what-is-known.ts',
    reason: 'runs in the browser, where the door of verification, which leads to the database, does not fit',
  },
  {
    rule: 'texts live in messages/',
    file: 'app/api/v1/openapi.json/document.ts',
    reason: 'examples of names in a document for developers',
  },
  {
    rule: 'texts live in messages/',
    file: 'app/api/v1/openapi.json/schemas.ts',
    reason: 'examples of names in a document for developers',
  },
  {
    rule: 'a subject of lib/ is entered by its door',
    file: 'scripts/verify-log.ts',
    reason: 'lets outsiders check the log without the database that the doors lead to',
  },
  {
    rule: 'lib/platform serves every subject and knows none',
    file: 'lib/platform/jobs/worker.ts',
    reason: 'ties the subjects to the queue; nothing in lib/ imports it',
  },
  {
    rule: 'texts live in messages/',
    file: 'components/say-moment.ts',
    reason: 'puts days and times into words by the rules of each language, which no message can hold',
  },
  {
    rule: 'texts live in messages/',
    file: 'app/global-error.tsx',
    reason: 'stands in when even the layout and its messages cannot be had',
  },
]
