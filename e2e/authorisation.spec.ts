import postgres from 'postgres'
import { type Action, actions } from './authorisation/actions'
import type { Outcome } from './authorisation/doors/door'
import { pagesAndRoutes } from './authorisation/pages-and-routes'
import {
  applicantOfWorld,
  makeWorld,
  memberOfWorld,
  type Role,
  roles,
  visitorOf,
  type World,
} from './authorisation/world'
import { expect, test as journey } from './support/journey'
import type { PageForm, Visited, Visitor } from './support/visitor'
import { wordsOf } from './support/words'

// Who may do what, asked at every door there is. Whatever an answer looks like, a person without the right sees
// nobody's name in it and leaves every table as it was.

const words = wordsOf('zh-CN')

type Knock = (role: Role) => Visitor
type ForWorker = { world: World }
type ForTest = {
  knockAs: Knock
  contents: () => Promise<string>
  /** As if everybody had shown their second factor then. */
  showFactorsOn: (day: string) => Promise<void>
}

const [longAgo, always] = ['2020-01-01', '2100-01-01']

const test = journey.extend<ForTest, ForWorker>({
  world: [
    async ({ service }, use) => {
      const world = await makeWorld(service)
      // Reminders and messages change tables by themselves; here only those who knock may.
      await service.stopWorker()
      await use(world)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  knockAs: async ({ world, service }, use) => {
    await use(role => visitorOf({ role, world, address: service.address }))
  },
  contents: async ({ service }, use) => {
    const sql = postgres(service.ownerUrl, { max: 1, onnotice: () => {} })
    await use(() => contentsOf(sql))
    await sql.end()
  },
  showFactorsOn: async ({ service }, use) => {
    const sql = postgres(service.ownerUrl, { max: 1, onnotice: () => {} })
    await use(async day => {
      await sql`update sessions set second_factor_at = ${day}::date where second_factor_at is not null`
    })
    await sql.end()
  },
})

for (const [file, { at, gives }] of Object.entries(pagesAndRoutes)) {
  test(`${file} gives each role what it may see`, async ({ knockAs, world }) => {
    const path = at(world.places)
    const answers = await Promise.all(roles.map(role => knockAs(role).visit(path)))
    const given = answers.map(outcomeOf)
    expect(Object.fromEntries(roles.map((role, index) => [role, given[index]]))).toEqual(gives)
    for (const { text } of answers.filter((_, index) => given[index] !== 'yes')) {
      expect(text).not.toContain(applicantOfWorld)
      expect(text).not.toContain(memberOfWorld)
    }
  })
}

/** Refused a supervisor's action, an officer is still shown the case of their office. */
const seesCases: readonly Role[] = ['officer', 'supervisor']

test('a form that does not come from our pages changes nothing, whoever sends it', async ({
  knockAs,
  world,
  contents,
}) => {
  const visitor = knockAs('resident')
  const [form] = (await visitor.forms(`/applications/${world.places.open}/withdraw`)).filter(({ text }) =>
    text.includes(words.applications.withdraw.go),
  )
  if (!form) throw new Error('no such form')
  const before = await contents()
  const senders: Record<string, string>[] = [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    {},
  ]
  for (const headers of senders) {
    await visitor.submit(form, {}, { headers })
    expect(await contents(), JSON.stringify(headers)).toBe(before)
  }
})

for (const [name, action] of Object.entries(actions).filter(([, { asksForFactor }]) => asksForFactor)) {
  test(`${name} asks for the second factor again`, async ({ knockAs, world, contents, showFactorsOn }) => {
    const visitor = knockAs(action.offeredTo)
    const form = await formOf(action, { visitor, world })
    await showFactorsOn(longAgo)
    const before = await contents()
    const answer = await visitor.submit(form, typedInto(action, world))
    expect(answer.status).toBe(200)
    expect(answer.text).toContain(words['second-factor'].stepUp.needed)
    expect(await contents()).toBe(before)
    await showFactorsOn(always)
  })
}

for (const [name, action] of Object.entries(actions)) {
  test(`${name} changes nothing for whoever may not`, async ({ knockAs, world, contents, clock }) => {
    const form = await formOf(action, { visitor: knockAs(action.offeredTo), world })
    const typed = typedInto(action, world)
    const may = new Set<Role>([action.offeredTo, ...(action.alsoFor ?? [])])
    const before = await contents()
    for (const role of roles.filter(other => !may.has(other))) {
      const answer = await knockAs(role).submit(form, typed)
      expect(answer.status, role).toBeLessThan(500)
      // A form that is refused comes back with what was typed into it.
      const typedTheName = Object.values(typed).includes(applicantOfWorld)
      if (!seesCases.includes(role) && !typedTheName) {
        expect(answer.text, role).not.toContain(applicantOfWorld)
      }
    }
    expect(await contents(), 'after everybody who may not').toBe(before)
    const answer = await knockAs(action.offeredTo).submit(form, typed)
    expect(answer.status).toBeLessThan(500)
    if (action.changes) expect(await contents(), `sent as ${action.offeredTo}`).not.toBe(before)
    await clock.reset()
  })
}

function typedInto({ typed = {} }: Action, { places }: World): Record<string, string> {
  return typeof typed === 'function' ? typed(places) : typed
}

async function formOf(
  action: Action,
  { visitor, world }: { visitor: Visitor; world: World },
): Promise<PageForm> {
  const known = typeof action.form === 'string' ? action.form : action.form(words)
  const path = action.on(world.places)
  if (action.afterProvider) visitor.cookies.set(...world.stepCookies.provider)
  if (action.afterEmail) visitor.cookies.set(...world.stepCookies.email)
  if (action.afterPhone) await sendPhone(visitor)
  const forms = await visitor.forms(path)
  const found = forms.find(({ controls, text, method }) => {
    const isHere =
      typeof action.form === 'string' ? controls.some(({ name }) => name === known) : text.includes(known)
    return method === 'post' && isHere
  })
  if (!found)
    throw new Error(`${path} offers no form with ${known}: ${forms.map(({ text }) => text).join(' | ')}`)
  return found
}

async function sendPhone(visitor: Visitor): Promise<void> {
  const forms = await visitor.forms('/sign-in')
  const form = forms.find(({ controls }) => controls.some(({ name }) => name === 'phone'))
  if (!form) throw new Error('no form for a phone number')
  await visitor.submit(form, { phone: '13787654321' })
}

/** The titles of pages that say, politely, that something is not for this person. */
const refusals = [
  ...Object.values(words.staff.refused).flatMap(why => (typeof why === 'string' ? [] : [why.title])),
  words.staff.notYourRole.title,
  words.supervision.notYourRole.title,
  words.admin.notYourRole.title,
  words.audit.notYourRole.title,
  words.assistance.notYourRole.title,
  words['assisted-print'].notYourRole.title,
  words['assisted-print'].expired.title,
  words['phone-at-counter'].notYourRole.title,
  words['phone-at-counter'].over.title,
]

function outcomeOf({ status, location, text }: Visited): Outcome | number {
  if (status >= 300 && status < 400) return /^(\/staff)?\/sign-in/.test(location ?? '') ? 'sign-in' : 'yes'
  if (status === 403 || status === 404 || status === 405) return 'no'
  if (status !== 200) return status
  const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(text)?.[1]?.replaceAll(/<[^>]*>/g, '') ?? ''
  const isRefusal = refusals.includes(title) || title.startsWith(notNow)
  return isRefusal ? 'no' : 'yes'
}

const notNow = words.staff.notNow.title.replace(/\{.*/s, '')

/** Rows that change by themselves: counters, the worker's marks, when a session was last seen. */
const changesByItself: Record<string, string[]> = {
  rate_limits: ['*'],
  audit_checkpoints: ['*'],
  audit_checkpoint_heads: ['*'],
  transparency_leaves: ['*'],
  transparency_checkpoints: ['*'],
  notifications: ['sent_at', 'tries', 'failure', 'failed_at'],
  sessions: ['last_seen_at', 'passkey_challenge', 'passkey_challenge_at'],
  deadlines: ['reminded_amber_at', 'reminded_red_at', 'reminded_county_at'],
}

/** Digests of everything that the database holds, without what changes by itself or by looking at a case. */
async function contentsOf(sql: postgres.Sql): Promise<string> {
  const tables = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public' order by 1`
  const digests = await Promise.all(
    tables.map(async ({ name }) => {
      const without = changesByItself[name] ?? []
      if (without.includes('*')) return ''
      const [row] = await sql`select md5(string_agg(row::text, '' order by row::text)) as digest
        from (select to_jsonb(t) - ${without}::text[] as row from ${sql(name)} t) rows
        where coalesce(row->>'purpose', '') not in ('handle-case', 'answer-complaint', 'see-certificate')`
      return `${name} ${row?.digest}`
    }),
  )
  return digests.filter(digest => digest !== '').join('\n')
}
