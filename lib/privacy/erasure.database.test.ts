import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPersonalText } from '@/db/personal-data'
import { anAcceptedCase, aStaffMember, type TestCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { applicationsOf, findOwnApplication, withdrawApplication } from '@/lib/applications'
import { recordView, verifyLogs, writeCheckpoint } from '@/lib/audit'
import { activeSigningKey } from '@/lib/certificates'
import { newSigningKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { fileComplaint } from '@/lib/complaints'
import { registerApplication } from '@/lib/decisions'
import { writeToOffice } from '@/lib/messages'
import { askAbout } from '@/lib/verification/testing/ask-about'
import { answerRequest } from './answer-request'
import { eraseOwnData } from './erase-own-data'
import { eraseWhatHasRunOut } from './erase-what-has-run-out'
import { ownRecords } from './own-records'
import { askInOwnWords } from './own-requests'
import { whyAccountStays } from './why-account-stays'
import { withdrawConsent } from './withdraw-consent'

let test: TestDatabase
const key = readSigningKey(newSigningKey())

beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

async function daysLater(days: number): Promise<void> {
  const [row] = await test.app`select service_now() + make_interval(days => ${days}) as at`
  await test.travelTo(row?.at as Date)
}

async function aWithdrawnCase(): Promise<TestCase> {
  const { db } = test
  const one = await anAcceptedCase(db, { withOtherParent: true })
  const { reference, resident: viewer } = one
  const officer = await aStaffMember(db)
  await recordView(db, {
    viewer: officer,
    application: { id: one.id, officeCode: null },
    purpose: 'handle-case',
  })
  await writeToOffice({ reference, viewer, text: '我明天搬家' }, { db })
  expect(await withdrawApplication({ reference, viewer }, { db })).toMatchObject({ ok: true })
  return one
}

/** What somebody with a dump and the keys would read: every row of every table, with every sealed text opened. */
async function everythingReadable(): Promise<string> {
  const tables = await test.owner<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname in ('public', 'jobs')`
  const dump: string[] = []
  for (const { name } of tables) {
    const rows = await test.owner<{ row: string }[]>`select t::text as row from ${test.owner(name)} t`
    dump.push(...rows.map(({ row }) => row))
  }
  return dump.join('\n').replace(/v1\.[\w-]+\.[\w-]+/g, sealed => openPersonalText(sealed))
}

const ofThePerson = ['李婷', '张子畔', '天津路社区', '我明天搬家']

describe('a withdrawn case', () => {
  it('goes a year after it ended, and a dump shows nothing of its people', async () => {
    const one = await aWithdrawnCase()
    const [party] = await test.app`select document_number_lookup as lookup from application_parties
      where application_id = ${one.id} and role = 'applicant'`
    const personal = [...ofThePerson, one.resident.phone, String(party?.lookup)]
    await writeCheckpoint({ db: test.db, key })
    await daysLater(364)
    expect((await eraseWhatHasRunOut({ db: test.db })).erased).toMatchObject({ application: 0 })
    const before = await everythingReadable()
    for (const text of personal) expect(before).toContain(text)

    await daysLater(2)
    const { erased, failed } = await eraseWhatHasRunOut({ db: test.db })
    expect({ failed, application: erased.application }).toEqual({ failed: [], application: 1 })
    const after = await everythingReadable()
    for (const text of ofThePerson) expect(after).not.toContain(text)
    expect(after).not.toContain(String(party?.lookup))
  })

  it('leaves the proof: its own chain says by which rule it went, and every chain still holds', async () => {
    const [proof] = await test.app`select application_id is not null as of_case, details from audit_events
      where action = 'application-erased' order by id desc limit 1`
    expect(proof).toMatchObject({
      of_case: true,
      details: { kind: 'ended-application', ruleFrom: '2021-11-01' },
    })
    await writeCheckpoint({ db: test.db, key })
    expect((await verifyLogs({ sql: test.app, keys: [key] })).findings).toEqual([])
  })

  it('can go at its applicant’s wish at once, and is then nowhere to be found', async () => {
    const one = await aWithdrawnCase()
    const { resident: viewer, reference } = one
    const done = await eraseOwnData({ viewer, alsoAccount: false }, { db: test.db })
    expect(done).toMatchObject({ ok: true, value: { erased: 1, kept: 0, account: false } })
    expect(await applicationsOf({ viewer }, { db: test.db })).toEqual([])
    expect(await findOwnApplication({ reference, viewer }, { db: test.db })).toBeNull()
    expect(await eraseOwnData({ viewer, alsoAccount: false }, { db: test.db })).toMatchObject({
      failure: 'nothing-to-erase',
    })
  })

  it('stays while a complaint about it is open', async () => {
    const { resident: viewer, reference, id } = await aWithdrawnCase()
    await fileComplaint({ reference, viewer, text: '等了太久' }, { db: test.db })
    expect(await eraseOwnData({ viewer, alsoAccount: true }, { db: test.db })).toMatchObject({ ok: false })
    await expect(test.app`select erase_case(${id}, ${viewer.residentId})`).rejects.toMatchObject({
      constraint_name: 'what_is_still_argued_about_is_kept',
    })
  })
})

describe('a registered case', () => {
  it('is kept for thirty years whatever its applicant asks, and its certificate is still known afterwards', async () => {
    const { db } = test
    const officer = await aStaffMember(db)
    const { reference, resident: viewer } = await anAcceptedCase(db)
    await db.transaction(transaction => activeSigningKey(transaction))
    expect(await registerApplication({ reference, viewer: officer }, { db })).toMatchObject({ ok: true })
    expect(await eraseOwnData({ viewer, alsoAccount: false }, { db })).toMatchObject({
      failure: 'nothing-to-erase',
    })
    expect(await eraseOwnData({ viewer, alsoAccount: true }, { db })).toMatchObject({
      failure: 'account-stays',
    })
    expect(await whyAccountStays(db, { viewer })).toEqual(['asked-by-law'])
    const [record] = await ownRecords(db, { viewer })
    expect(record).toMatchObject({ whyKept: 'asked-by-law', law: expect.stringContaining('国家档案局') })
    await test.travelTo(new Date((record?.keptUntil?.getTime() ?? 0) + 60_000))
    expect(await eraseWhatHasRunOut({ db })).toMatchObject({ failed: [] })
    const [left] = await test.app`select c.token, c.holders, a.address, a.erased_at is not null as erased,
        (select count(*)::int from application_parties p where p.application_id = a.id) as parties
      from certificates c join applications a on a.id = c.application_id where a.reference = ${reference}`
    expect(left).toMatchObject({ holders: 'erased', address: null, erased: true, parties: 0 })
    const question = { token: String(left?.token) }
    expect(await askAbout({ question }, { db })).toMatchObject({
      genuine: true,
      holders: [],
    })
    await writeCheckpoint({ db, key })
    expect((await verifyLogs({ sql: test.app, keys: [key] })).findings).toEqual([])
  })
})

describe('nobody erases what must be kept', () => {
  it('not an open case, not one whose rule still runs, not one that is another’s', async () => {
    const { id, resident } = await anAcceptedCase(test.db)
    const other = await aWithdrawnCase()
    await expect(test.app`select erase_case(${id}, ${resident.residentId})`).rejects.toMatchObject({
      constraint_name: 'only_an_ended_application_is_erased',
    })
    for (const asking of [null, resident.residentId]) {
      await expect(test.app`select erase_case(${other.id}, ${asking})`).rejects.toMatchObject({
        constraint_name: 'a_case_is_kept_as_long_as_its_rule_says',
      })
    }
  })

  it('not the application’s role by hand, whatever setting it makes', async () => {
    const { id } = await aWithdrawnCase()
    const attack = (statement: string) =>
      test.app.begin(async sql => {
        await sql`select set_config('registration.erasing', 'yes', true)`
        await sql.unsafe(statement)
      })
    await expect(
      attack(`update applications set erased_at = service_now() where id = '${id}'`),
    ).rejects.toMatchObject({
      constraint_name: 'erasure_has_its_own_way',
    })
    await expect(attack(`delete from applications where id = '${id}'`)).rejects.toMatchObject({
      constraint_name: 'only_a_draft_is_deleted',
    })
    await expect(attack(`select carry_out_erasure('${id}', array['application_id'])`)).rejects.toThrow(
      'permission denied',
    )
    await expect(attack(`delete from erasure_plan`)).rejects.toThrow('permission denied')
    await expect(attack(`update retention_rules set kept_for = 1`)).rejects.toThrow('permission denied')
  })
})

describe('consent for sensitive data', () => {
  it('is taken back from an open case only with an explicit yes, which withdraws it', async () => {
    const { reference, resident: viewer } = await anAcceptedCase(test.db)
    const ask = (alsoWithdraw: boolean) =>
      withdrawConsent({ viewer, reference, alsoWithdraw }, { db: test.db })
    expect(await ask(false)).toMatchObject({ failure: 'say-yes-to-withdraw' })
    expect(await ask(true)).toMatchObject({ ok: true, value: { withdrawn: true } })
    expect(await ask(true)).toMatchObject({ failure: 'already-withdrawn' })
    const [kept] = await test.app`select version, length(text_sha256) as digest from consent_withdrawals c
      join applications a on a.id = c.application_id where a.reference = ${reference} and a.status = 'withdrawn'`
    expect(kept).toMatchObject({ version: expect.any(String), digest: 64 })
    const own = await findOwnApplication({ reference, viewer }, { db: test.db })
    expect(own?.signature).toMatchObject({ consentWithdrawnAt: expect.any(Date) })
  })

  it('is nobody else’s to take back', async () => {
    const { reference } = await anAcceptedCase(test.db)
    const { resident: viewer } = await anAcceptedCase(test.db)
    expect(await withdrawConsent({ viewer, reference, alsoWithdraw: true }, { db: test.db })).toMatchObject({
      failure: 'case-not-found',
    })
  })
})

describe('an account', () => {
  it('goes with its last case when its owner wishes so, and leaves no phone behind', async () => {
    const { resident: viewer } = await aWithdrawnCase()
    const done = await eraseOwnData({ viewer, alsoAccount: true }, { db: test.db })
    expect(done).toMatchObject({ ok: true, value: { erased: 1, account: true } })
    expect(await everythingReadable()).not.toContain(viewer.phone)
    await writeCheckpoint({ db: test.db, key })
    expect((await verifyLogs({ sql: test.app, keys: [key] })).findings).toEqual([])
  })

  it('stays while its owner waits for an answer', async () => {
    const { resident: viewer } = await aWithdrawnCase()
    await askInOwnWords({ viewer, text: '请解释' }, { db: test.db })
    expect(await eraseOwnData({ viewer, alsoAccount: true }, { db: test.db })).toMatchObject({
      ok: true,
      value: { erased: 1, account: false, accountStays: ['request-unanswered'] },
    })
    expect(await eraseOwnData({ viewer, alsoAccount: true }, { db: test.db })).toMatchObject({
      failure: 'account-stays',
    })
    const [left] = await test.app`select erased_at from residents where id = ${viewer.residentId}`
    expect(left).toMatchObject({ erased_at: null })
  })

  it('says why it stays before anybody asks: first what its owner can do something about', async () => {
    const { resident: viewer } = await anAcceptedCase(test.db)
    await askInOwnWords({ viewer, text: '请解释' }, { db: test.db })
    expect(await whyAccountStays(test.db, { viewer })).toEqual(['open', 'request-unanswered'])
    const { resident: free } = await aWithdrawnCase()
    expect(await whyAccountStays(test.db, { viewer: free })).toEqual([])
  })
})

describe('a request in own words', () => {
  it('sent twice is one, until it is answered', async () => {
    const { db } = test
    const { resident: viewer } = await anAcceptedCase(db)
    const ask = (text: string) => askInOwnWords({ viewer, text }, { db })
    const [first, again] = await Promise.all([ask('请解释'), ask(' 请解释\n')])
    if (!first.ok || !again.ok) throw new Error('nothing was asked')
    expect(again.value.requestId).toBe(first.value.requestId)
    expect([first, again].filter(({ value }) => value.isAskedBefore)).toHaveLength(1)
    expect(await ask('请改正')).toMatchObject({ value: { isAskedBefore: false } })
    const auditor = await aStaffMember(db, { role: 'auditor', officeCodes: [] })
    await answerRequest({ viewer: auditor, requestId: first.value.requestId, answer: '如下' }, { db })
    expect(await ask('请解释')).toMatchObject({ value: { isAskedBefore: false } })
  })
})
