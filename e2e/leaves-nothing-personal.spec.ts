import { existsSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import {
  applicantOfWorld,
  makeWorld,
  memberOfWorld,
  type Role,
  visitorOf,
  type World,
} from './authorisation/world'
import { publishedCluster } from './support/cluster-address'
import { expect, test as journey } from './support/journey'
import type { Service } from './support/service'

// Names, numbers, phones and addresses go through every part of the service, right and wrong; then all that was
// written is searched for them: the logs of the processes and of the database, and every row of every table.

const test = journey.extend<Record<never, never>, { world: World }>({
  world: [
    async ({ service }, use) => {
      await use(await makeWorld(service))
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

/** What staff and residents type freely; each names somebody, as people do. */
const said = {
  extension: '等待柳河镇对司马验权的回函',
  finding: '经办人诸葛验权请假，未安排替班；已补充替班安排。',
  transfer: '申请人住在端木验权家，那里更近',
}

test('neither the logs nor a stolen copy of the database name anybody', async ({ service, world }) => {
  await givenPeopleDoTheirBusiness({ service, world })
  await givenThingsGoWrong({ service, world })
  const personal = personalValuesOf(world)
  const logs = [service.logFile, `${publishedCluster().folder}/postgres.log`].filter(existsSync)
  const logged = logs.flatMap(file => readFileSync(file, 'utf8').split('\n'))
  expect(logged.length).toBeGreaterThan(1)
  expect(logged.filter(line => personal.some(value => line.includes(value)))).toEqual([])
  expect(await rowsThatSay(personal, service.ownerUrl)).toEqual([])
})

/** Every value in the forms in which it could stand somewhere. */
function personalValuesOf({ phone, idNumber }: World): string[] {
  const names = [applicantOfWorld, memberOfWorld, '李婷', '张子畔', '司马验权', '诸葛验权', '端木验权']
  const written = [...names, '天津路社区', phone, phone.replace('+86', ''), idNumber, '13900000002']
  const asBase64 = written.map(value => Buffer.from(value).toString('base64').replace(/.?=*$/, ''))
  return [...written, ...written.map(encodeURIComponent), ...asBase64]
}

type Place = { service: Service; world: World }

async function givenPeopleDoTheirBusiness({ service, world }: Place): Promise<void> {
  const { places, phone, idNumber } = world
  await send('officer', '/staff', 'search', { search: phone }, { service, world })
  await send('officer', '/staff', 'search', { search: idNumber }, { service, world })
  await visit('officer', `/staff/cases/${places.open}`, { service, world })
  await visit('resident', `/applications/${places.open}`, { service, world })
  await visit('resident', `/certificates/${places.certificate}.pdf`, { service, world })
  const extend = `/staff/cases/${places.toExtend}/extension`
  await send('supervisor', extend, 'days', { days: '1', reason: said.extension }, { service, world })
  const transfer = { office: '420202007', reason: said.transfer }
  await send('officer', `/staff/cases/${places.toTransfer}/transfer`, 'office', transfer, { service, world })
  const record = `/staff/supervision/records/${places.record}`
  await send('county', record, 'finding', { finding: said.finding }, { service, world })
  await send('anonymous', '/sign-in', 'phone', { phone }, { service, world })
}

/** Wrong input often ends in an error message, and error messages like to quote. */
async function givenThingsGoWrong({ service, world }: Place): Promise<void> {
  const name = encodeURIComponent(applicantOfWorld)
  await visit('resident', `/applications/${name}`, { service, world })
  await visit('anonymous', `/v/${name}?name=${name}`, { service, world })
  await visit('auditor', `/staff/audit?reference=${name}&staffNumber=${world.idNumber}`, { service, world })
  await send(
    'anonymous',
    '/staff/sign-in',
    'password',
    { name: world.phone, password: applicantOfWorld },
    { service, world },
  )
  await send('officer', '/staff', 'search', { search: `${applicantOfWorld}\u0000` }, { service, world })
  const visitor = visitorOf({ role: 'anonymous', world, address: service.address })
  for (const body of [`{"token":"${applicantOfWorld}"}`, `{"token":"${applicantOfWorld}`, `name=${name}`]) {
    await visitor.visit('/api/v1/verify', { method: 'POST', body })
  }
}

async function visit(role: Role, path: string, { service, world }: Place): Promise<void> {
  const { status } = await visitorOf({ role, world, address: service.address }).visit(path)
  expect(status, path).toBeLessThan(500)
}

async function send(
  role: Role,
  path: string,
  control: string,
  typed: Record<string, string>,
  { service, world }: Place,
): Promise<void> {
  const visitor = visitorOf({ role, world, address: service.address })
  const forms = await visitor.forms(path)
  const form = forms.find(({ controls }) => controls.some(({ name }) => name === control))
  if (!form) throw new Error(`${path} offers no form with ${control}`)
  expect((await visitor.submit(form, typed)).status, path).toBeLessThan(500)
}

/** Every table of the database, as a dump would carry it; told by table and value, never by the row itself. */
async function rowsThatSay(personal: string[], ownerUrl: string): Promise<string[]> {
  const { pathname } = new URL(ownerUrl)
  const sql = postgres(Object.assign(new URL(publishedCluster().adminUrl), { pathname }).href, {
    max: 1,
    onnotice: () => {},
  })
  try {
    const tables = await sql<{ schema: string; name: string }[]>`
      select schemaname as schema, tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`
    const found: string[] = []
    for (const { schema, name } of tables) {
      const rows = await sql`select value from unnest(${personal}::text[]) value
        where exists (select from ${sql(schema)}.${sql(name)} t where strpos(t::text, value) > 0)`
      found.push(...rows.map(({ value }) => `${schema}.${name}: ${value}`))
    }
    return found
  } finally {
    await sql.end()
  }
}
