import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawApplication } from '@/lib/applications'
import { verifyLogs } from '@/lib/audit'
import { writeToOffice } from '@/lib/messages'
import { eraseOwnData } from '@/lib/privacy'
import { setPersonalDataKeys } from '../personal-data'
import { anAcceptedCase, type TestCase } from '../testing/test-cases'
import type { TestDatabase } from '../testing/test-database'
import { countByKey, isKeptAsWritten, reencryptPersonalData, type SealedCount } from './index'
import {
  aDatabaseWithEveryKind,
  aKey,
  everythingOpened,
  firstKeyId,
  ringWith,
  sum,
} from './testing/values-of-every-kind'

let at: TestDatabase
beforeAll(async () => {
  at = await aDatabaseWithEveryKind()
}, 180_000)
afterAll(() => at.drop())

const notUnder = (id: string) => (count: SealedCount) => count.keyId !== id && !isKeptAsWritten(count)

/** The operator's command itself, begun with this ring. */
function command(keys: string) {
  const env = { ...process.env, PERSONAL_DATA_KEYS: keys }
  const program = ['--import', 'tsx', 'scripts/reencrypt.ts', '--database', at.ownerUrl]
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (more: Buffer) => {
    said += more.toString()
  })
  const ended = new Promise<{ said: string; code: number | null }>(resolve => {
    child.on('close', code => resolve({ said, code }))
  })
  return { ended, kill: () => child.kill('SIGKILL') }
}

/** Somebody has a row of a case open in a transaction. */
async function holding(work: (sql: TestDatabase['app']) => Promise<unknown>) {
  const connection = await at.app.reserve()
  await connection`begin`
  await work(connection)
  return async (how: 'commit' | 'rollback') => {
    await connection.unsafe(how)
    connection.release()
  }
}

/** Resolves when the owner waits for a row that somebody holds. */
async function theOwnerWaits(): Promise<void> {
  for (let looks = 0; looks < 3_000; looks += 1) {
    const rows = await at.owner`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    if (rows.length > 0) return
    await at.owner`select pg_sleep(0.02)`
  }
  throw new Error('the owner waits for nobody')
}

async function aWithdrawnCase(): Promise<TestCase> {
  const one = await anAcceptedCase(at.db, { withOtherParent: true })
  await writeToOffice({ ...one, viewer: one.resident, text: '我明天搬家' }, at)
  const withdrawn = await withdrawApplication({ reference: one.reference, viewer: one.resident }, at)
  expect(withdrawn).toMatchObject({ ok: true })
  return one
}

async function isErased({ id }: TestCase): Promise<void> {
  const [row] = await at.owner`select a.erased_at is not null as erased, a.address, a.contact_phone,
      (select typed_name from commitment_signatures s where s.application_id = a.id) as signature,
      (select count(*)::int from messages m where m.application_id = a.id) as messages,
      (select count(*)::int from application_parties p where p.application_id = a.id) as parties
    from applications a where id = ${id}`
  const gone = { address: null, contact_phone: null, signature: 'erased', messages: 0, parties: 0 }
  expect(row).toEqual({ erased: true, ...gone })
}

const ring = (...ids: string[]) => ids.map(id => keys.get(id)).join()
const keys = new Map([
  ...['second', 'third', 'fourth', 'fifth'].map(id => [id, aKey(id)] as const),
  [firstKeyId, process.env.PERSONAL_DATA_KEYS ?? ''] as const,
])

test('a run that is killed in the middle is started again, and nothing is lost', {
  timeout: 120_000,
}, async () => {
  const before = await everythingOpened(at.owner)
  const release = await holding(sql => sql`select from messages limit 1 for update`)
  const killed = command(ring('second', firstKeyId))
  await theOwnerWaits()
  killed.kill()
  expect((await killed.ended).code).toBeNull()
  await release('rollback')
  const halfway = await countByKey(at.owner)
  expect(sum(halfway, one => one.keyId === 'second')).toBeGreaterThan(0)
  expect(sum(halfway, notUnder('second'))).toBeGreaterThan(0)

  setPersonalDataKeys(ringWith(ring('second')))
  expect(await everythingOpened(at.owner)).toEqual(before)
  const again = await command(ring('second', firstKeyId)).ended
  expect(again.said).toContain(`keep it in PERSONAL_DATA_KEYS`)
  expect(again.said).toMatch(/^ {2}test: application_events\.note \d+$/m)
  expect(again.code).toBe(0)
  expect(sum(await countByKey(at.owner), notUnder('second'))).toBe(0)
  expect(await everythingOpened(at.owner)).toEqual(before)
})

test('what is erased while it waits for the row stays erased', async () => {
  const one = await aWithdrawnCase()
  setPersonalDataKeys(ringWith(ring('third'), ring('second')))
  const release = await holding(sql => sql`select erase_case(${one.id}, ${one.resident.residentId})`)
  const run = reencryptPersonalData({ owner: at.owner })
  await theOwnerWaits()
  await release('commit')
  const { counts, unreadable } = await run
  expect(unreadable).toEqual([])
  expect(sum(counts, notUnder('third'))).toBe(0)
  await isErased(one)
})

test('cases go while all is sealed anew, and not one comes back', async () => {
  const cases: TestCase[] = []
  for (let count = 0; count < 12; count += 1) cases.push(await aWithdrawnCase())
  setPersonalDataKeys(ringWith(ring('fourth'), ring('third'), ring('second')))
  const [{ counts }, ...erased] = await Promise.all([
    reencryptPersonalData({ owner: at.owner }),
    ...cases.map(({ resident }) => eraseOwnData({ viewer: resident, alsoAccount: false }, at)),
  ])
  expect(erased.filter(({ ok }) => ok)).toHaveLength(12)
  expect(sum(counts, notUnder('fourth'))).toBe(0)
  for (const one of cases) await isErased(one)
  expect((await verifyLogs({ sql: at.owner, keys: [] })).findings).toEqual([])
})

test('a value that no key opens is named and left, and all others are done', {
  timeout: 120_000,
}, async () => {
  const [kept] = await at.owner<
    { id: string; text: string }[]
  >`select id, text from messages order by id limit 1`
  const put = (text: string) =>
    at.owner.begin(async sql => {
      await sql`set local registration.resealing = 'yes'`
      await sql`update messages set text = ${text} where id = ${kept?.id ?? ''}`
    })
  await put('v1.fourth.AAAA')
  const damaged = await command(ring('fifth', 'fourth', 'third', 'second', firstKeyId)).ended
  expect(damaged.code).toBe(1)
  expect(damaged.said).toMatch(/no key of the ring opens: messages\.text \(\d+,\d+\)/)
  expect(damaged.said).toContain('  fourth: messages.text 1')
  expect(sum(await countByKey(at.owner), notUnder('fifth'))).toBe(1)
  await put(kept?.text ?? '')

  const without = await command(ring('fifth', 'third', 'second', firstKeyId)).ended
  expect(without.code).toBe(1)
  expect(without.said).toContain('PERSONAL_DATA_KEYS lacks the key fourth')
})
