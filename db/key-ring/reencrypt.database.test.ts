import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOwnApplication } from '@/lib/applications'
import { verifyLogs } from '@/lib/audit'
import { residentOf } from '@/lib/identity'
import { messagesOfCase, writeToOffice } from '@/lib/messages'
import { searchCases } from '@/lib/supervision'
import { parsePersonalDataKeys, setPersonalDataKeys } from '../personal-data'
import { anAcceptedCase, anIdNumber, aStaffMember, type TestCase } from '../testing/test-cases'
import type { TestDatabase } from '../testing/test-database'
import { countByKey, isKeptAsWritten, reencryptPersonalData, sealedTables } from './index'
import {
  aDatabaseWithEveryKind,
  aKey,
  everythingOpened,
  firstKeyId,
  ringWith,
  sum,
} from './testing/values-of-every-kind'

const idNumber = anIdNumber()
const second = aKey('second')
const third = aKey('third')

let at: TestDatabase
let own: TestCase
let before: Map<string, string[]>
beforeAll(async () => {
  at = await aDatabaseWithEveryKind()
  own = await anAcceptedCase(at.db, { idNumber, withOtherParent: true })
  await writeToOffice({ ...own, viewer: own.resident, text: '请问何时办好？' }, at)
  before = await everythingOpened(at.owner)
}, 180_000)
afterAll(() => at.drop())

/** What their resident and their office read of a case. */
async function asPeopleReadIt({ reference, resident, id }: TestCase) {
  const read = await findOwnApplication({ reference, viewer: resident }, at)
  return {
    parties: read?.parties,
    address: read?.application.address,
    contactPhone: read?.application.contactPhone,
    messages: await messagesOfCase(at.db, { applicationId: id }),
  }
}

test('there is a value under the old key in every sealed column', async () => {
  const counts = await countByKey(at.owner)
  const sealed = counts
    .filter(({ keyId }) => keyId === firstKeyId)
    .map(({ table, column }) => `${table}.${column}`)
  const all = sealedTables().flatMap(({ name, columns }) => columns.map(column => `${name}.${column.name}`))
  expect(sealed).toEqual(all)
})

test('all of it is sealed with the new key, what history keeps from being changed too, and reads the same', async () => {
  const read = await asPeopleReadIt(own)
  setPersonalDataKeys(ringWith(second))
  const progress: string[] = []
  const { counts, unreadable } = await reencryptPersonalData({
    owner: at.owner,
    onProgress: ({ table, values, isWhole }) => isWhole && progress.push(`${table} ${values}`),
  })
  expect(unreadable).toEqual([])
  const leftOver = counts.filter(({ keyId }) => keyId !== 'second')
  expect(leftOver.map(({ table, column }) => `${table}.${column}`)).toEqual(['application_events.note'])
  expect(progress).toContain('certificate_papers 5')
  expect(progress).toContain('attachment_pages 20')
  expect(await everythingOpened(at.owner)).toEqual(before)
  expect(await asPeopleReadIt(own)).toEqual(read)
  expect(read.parties).toHaveLength(2)
})

test('the log verifies, and needs the old key', async () => {
  expect((await verifyLogs({ sql: at.owner, keys: [] })).findings).toEqual([])
  setPersonalDataKeys(parsePersonalDataKeys({ sealing: second, lookup: process.env.LOOKUP_KEY ?? '' }))
  const opened = everythingOpened(at.owner)
  await expect(opened).rejects.toThrow('sealed text of an unknown form or key')
  setPersonalDataKeys(ringWith(second))
})

test('people and cases are still found by what is looked up', async () => {
  const officer = await aStaffMember(at.db)
  const found = { ok: true, value: { references: [own.reference] } }
  expect(await searchCases({ viewer: officer, typed: idNumber }, at)).toEqual(found)
  const known = await at.db.transaction(transaction =>
    residentOf(transaction, { phone: own.resident.phone, language: 'zh-CN' }),
  )
  expect(known.residentId).toBe(own.resident.residentId)
})

test('people write meanwhile, and nothing that they wrote is lost or left under the old key', async () => {
  setPersonalDataKeys(ringWith(third, second))
  const writers: TestCase[] = []
  for (let count = 0; count < 4; count += 1) writers.push(await anAcceptedCase(at.db))
  let isOver = false
  const [{ counts }, sent] = await Promise.all([
    reencryptPersonalData({ owner: at.owner }).finally(() => {
      isOver = true
    }),
    Promise.all(writers.map(writer => writeUntil(() => isOver, writer))),
  ])
  expect(sum(counts, one => one.keyId !== 'third' && !isKeptAsWritten(one))).toBe(0)
  for (const [index, writer] of writers.entries()) {
    const messages = await messagesOfCase(at.db, { applicationId: writer.id })
    expect(messages.map(({ text }) => text)).toEqual(sent[index])
  }
  expect((await verifyLogs({ sql: at.owner, keys: [] })).findings).toEqual([])
})

/** What was taken from a resident who goes on writing; at least one message. */
async function writeUntil(isOver: () => boolean, { reference, resident }: TestCase): Promise<string[]> {
  const taken: string[] = []
  do {
    const text = `第 ${taken.length + 1} 问`
    const sent = await writeToOffice({ reference, viewer: resident, text }, at)
    if (!sent.ok) break
    taken.push(text)
  } while (!isOver())
  return taken
}
