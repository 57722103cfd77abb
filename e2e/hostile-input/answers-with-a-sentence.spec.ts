import { readFileSync } from 'node:fs'
import { makeWorld, type Role, roles, visitorOf, type World } from '../authorisation/world'
import { expect, test as journey } from '../support/journey'
import type { Service } from '../support/service'
import { openVisitor, type Visitor } from '../support/visitor'
import { type Attack, inventAttacks } from './attacks'
import { multipart } from './multipart'
import { actionsWithoutForm, doorsOf, openForms } from './open-forms'
import { rowsOfOthers } from './rows-of-others'

// Whatever arrives at whatever door, the answer is a sentence and not an accident: no 5xx, no trace of the
// program, nobody else's row touched, no memory kept. HOSTILE_REQUESTS=20000 for the long run.

const requests = Number(process.env.HOSTILE_REQUESTS ?? 2_000)
const seed = Number(process.env.HOSTILE_SEED ?? 2015)
const atOnce = 6
/** Of each request, however loaded the machine is: more means that something hangs. */
const patienceMs = 30_000

type Residue = { attack: Attack; what: string }

const test = journey.extend<Record<never, never>, { world: World }>({
  world: [
    async ({ service }, use) => {
      const world = await makeWorld(service)
      // Its rounds remind and lapse: whatever changes from now on must be the attacks' doing.
      await service.stopWorker()
      await use(world)
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

test('hostile input is answered with a sentence, and leaves no trace', async ({ service, world }) => {
  test.setTimeout(60_000 + requests * 500)
  const forms = await openForms({ service, world })
  expect(actionsWithoutForm(forms, { world }), 'every action of the build is attacked').toEqual([])
  const upload = `/applications/${world.places.shown}/documents/upload`
  const attacks = inventAttacks({ count: requests, seed, forms, doors: doorsOf(world), upload })
  const untouched = await rowsOfOthers(service.ownerUrl)
  const accidents: Residue[] = []
  await runAll(attacks.slice(0, requests / 4), { service, world, accidents })
  const warm = memoryOf(service.webProcess)
  await runAll(attacks.slice(requests / 4), { service, world, accidents })
  const end = memoryOf(service.webProcess)
  test.info().annotations.push({ type: 'memory', description: `${warm} MB warm, ${end} MB at the end` })
  expect(accidents.map(sayAccident)).toEqual([])
  expect(await rowsOfOthers(service.ownerUrl)).toEqual(untouched)
  expect(end).toBeLessThan(warm * 1.5 + 150)
  // Otherwise the attacks would have ended at the door of sign-in.
  expect(await signedOut({ service, world })).toEqual([])
  const health = await openVisitor(service.address).visit('/api/v1/health')
  expect(health.status).toBe(200)
})

type Run = { service: Service; world: World; accidents: Residue[] }

async function runAll(attacks: readonly Attack[], run: Run): Promise<void> {
  const queue = [...attacks.entries()]
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [number, attack] = next
      const what = await whatGoesWrong({ attack, number, run })
      if (what) run.accidents.push({ attack, what })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

/** Traces of the program or of the database in an answer. */
const trace =
  /node_modules|\.next\/|webpack-internal|at .{1,80}\.(?:js|ts|tsx|mjs):\d+|PostgresError|syntax error at|invalid input syntax|relation "|violates \w+ constraint/

async function whatGoesWrong({
  attack,
  number,
  run: { service, world },
}: {
  attack: Attack
  number: number
  run: Run
}): Promise<string | null> {
  const role = (attack.how === 'form' ? attack.at.role : attack.role) as Role
  const visitor = visitorOf({ role, world, address: service.address })
  const cookies = attack.how === 'form' ? (attack.at.cookies ?? []) : []
  for (const [name, value] of cookies) visitor.cookies.set(name, value)
  try {
    const answer = await send({ attack, visitor, number, address: service.address })
    if (answer.status >= 500 && !(isTampered(attack) && answer.status === 500)) {
      return `answered with ${answer.status}`
    }
    const shown = trace.exec(answer.text)?.[0]
    return shown ? `shows ${shown.slice(0, 60)}` : null
  } catch (error) {
    return `no answer: ${error instanceof Error ? `${error.message} ${error.cause ?? ''}` : error}`
  }
}

/** Next itself answers a broken reference to an action with its error page; what it shows is looked at all the same. */
function isTampered(attack: Attack): boolean {
  if (attack.how === 'headers') return 'next-action' in attack.headers
  return (
    attack.how === 'form' &&
    [...Object.keys(attack.typed), attack.twice].some(name => name?.startsWith('$ACTION'))
  )
}

async function send({
  attack,
  visitor,
  number,
  address,
}: {
  attack: Attack
  visitor: Visitor
  number: number
  address: string
}) {
  // Each from an address of its own, or the limits would answer in place of what they protect.
  const from = { 'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}` }
  const signal = AbortSignal.timeout(patienceMs)
  // Whole, since a path that begins with two slashes would name another host.
  if (attack.how === 'address') return visitor.visit(`${address}${attack.path}`, { headers: from, signal })
  if (attack.how === 'headers') {
    const cookie = [...visitor.cookies].map(pair => pair.join('=')).join('; ')
    if ('cookie' in attack.headers) visitor.cookies.clear()
    const headers = { ...(cookie && { cookie }), ...from, ...attack.headers }
    return visitor.visit(attack.path, { headers, signal })
  }
  const ours = { ...from, origin: address, 'sec-fetch-site': 'same-origin' }
  if (attack.how === 'body') {
    const headers = { ...ours, ...(attack.type && { 'content-type': attack.type }) }
    return visitor.visit(attack.path, { method: 'POST', headers, body: bytesOf(attack.body), signal })
  }
  const { form } = attack.at
  const fields = form.controls.map(({ name, value }) => [name, attack.typed[name] ?? value] as const)
  const again = attack.twice === null ? [] : [[attack.twice, '再来一次'] as const]
  if (form.method === 'get') {
    const query = new URLSearchParams([...fields, ...again].map(([name, value]) => [name, String(value)]))
    return visitor.visit(`${form.action.split('?')[0]}?${String(query).slice(0, 6_000)}`, {
      headers: from,
      signal,
    })
  }
  const { type, body } = multipart([...fields, ...again])
  return visitor.visit(form.action, {
    method: 'POST',
    headers: { ...ours, 'content-type': type },
    body: bytesOf(body),
    signal,
  })
}

function bytesOf(body: string | Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(body))
}

function sayAccident({ attack, what }: Residue): string {
  const said = attack.how === 'form' ? { ...attack, at: `${attack.at.role} ${attack.at.form.page}` } : attack
  return `${what}: ${JSON.stringify(said).slice(0, 600)}`
}

/** The doors that whoever has a session comes through, as long as it lives. */
const ownRooms: Partial<Record<Role, string>> = {
  resident: '/account',
  officer: '/staff',
  supervisor: '/staff/supervision',
  county: '/staff/supervision',
  administrator: '/staff/admin',
  auditor: '/staff/audit',
}

async function signedOut({ service, world }: { service: Service; world: World }): Promise<string[]> {
  const answers = roles.map(async role => {
    const room = ownRooms[role]
    if (!room) return []
    const { status, location } = await visitorOf({ role, world, address: service.address }).visit(room)
    return status === 200 ? [] : [`${role}: ${status} ${location ?? ''}`]
  })
  return (await Promise.all(answers)).flat()
}

/** The memory that a process holds, in MB. */
function memoryOf(process: number): number {
  const [, pages = '0'] = readFileSync(`/proc/${process}/statm`, 'utf8').split(' ')
  return Math.round((Number(pages) * 4_096) / 1_048_576)
}
