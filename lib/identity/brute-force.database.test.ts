import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serviceViewerOf, viewerSetting } from '@/db/row-security'
import * as schema from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { latestNotifications } from '@/lib/notifications'
import { serviceNow } from '@/lib/platform/database'
import { checkOneTimeCode, sendOneTimeCode } from './one-time-codes'
import { signInResident } from './resident-sign-in'

// The arithmetic behind these limits stands in docs/security.md.

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const purpose = 'sign-in'

async function codeSentTo(phone: string): Promise<string> {
  const [message] = await latestNotifications(
    { limit: 1, phone },
    { db: test.db, publicUrl: 'http://localhost' },
  )
  return /(?<!\d)\d{6}(?!\d)/.exec(message?.text ?? '')?.[0] ?? ''
}

/** The same database, which notes each statement without its values. */
function countingDatabase() {
  const statements: string[] = []
  const client = postgres(test.appUrl, {
    max: 1,
    onnotice: () => {},
    connection: { [viewerSetting]: serviceViewerOf(test) },
  })
  const logger = { logQuery: (query: string) => void statements.push(query) }
  return {
    db: drizzle(client, { schema, casing: 'snake_case', logger }),
    statements,
    close: () => client.end(),
  }
}

/** Six digits that are certainly not the code. */
function wrongFor(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0')
}

describe('guessing a one-time code', () => {
  it('ends after five tries, even with the right code at last', async () => {
    const phone = '+8613900000101'
    await sendOneTimeCode({ purpose, phone, language: 'zh-CN' }, test)
    const code = await codeSentTo(phone)
    const tries = []
    for (let n = 0; n < 5; n += 1) {
      tries.push(await checkOneTimeCode({ purpose, phone, code: wrongFor(code) }, test))
    }
    expect(tries.map(({ ok }) => ok)).toEqual([false, false, false, false, false])
    expect(await checkOneTimeCode({ purpose, phone, code }, test)).toMatchObject({ failure: 'used-up' })
  })

  it('gains nothing by many tries at the same moment', async () => {
    const phone = '+8613900000102'
    await sendOneTimeCode({ purpose, phone, language: 'zh-CN' }, test)
    const wrong = wrongFor(await codeSentTo(phone))
    const tries = await Promise.all(
      Array.from({ length: 40 }, () => checkOneTimeCode({ purpose, phone, code: wrong }, test)),
    )
    const counted = tries.filter(tried => !tried.ok && typeof tried.details.triesLeft === 'number')
    expect(counted).toHaveLength(4)
    expect(tries.filter(({ ok }) => ok)).toEqual([])
  })

  it('gets fifty tries an hour at most, however often a new code is asked for', async () => {
    const phone = '+8613900000103'
    const begun = await serviceNow(test.db)
    const sent: boolean[] = []
    for (let minute = 0; minute < 15; minute += 1) {
      await test.travelTo(new Date(begun.getTime() + minute * 61_000))
      sent.push((await sendOneTimeCode({ purpose, phone, language: 'zh-CN' }, test)).ok)
    }
    expect(sent.filter(Boolean)).toHaveLength(10)
  })

  it('is limited over all phones and addresses together', async () => {
    await test.owner`delete from rate_limits`
    const sent: boolean[] = []
    for (let n = 0; n < 205; n += 1) {
      const phone = `+861380001${String(n).padStart(4, '0')}`
      sent.push(
        (await sendOneTimeCode({ purpose, phone, language: 'zh-CN', address: `2001:db8::${n}` }, test)).ok,
      )
    }
    expect(sent.filter(Boolean)).toHaveLength(200)
    await test.travelTo(new Date((await serviceNow(test.db)).getTime() + 601_000))
    expect(
      await sendOneTimeCode({ purpose, phone: '+8613800020000', language: 'zh-CN' }, test),
    ).toMatchObject({
      ok: true,
    })
  })
})

describe('whether a phone is known', () => {
  it('is not told by the work that its code costs: the same statements, hit or miss', async () => {
    await test.owner`delete from rate_limits`
    const counted = countingDatabase()
    const phones = { known: '+8613900000201', unknown: '+8613900000202', withoutCode: '+8613900000203' }
    await sendOneTimeCode({ purpose, phone: phones.known, language: 'zh-CN' }, test)
    const code = await codeSentTo(phones.known)
    await signInResident({ phone: phones.known, code, language: 'zh-CN' }, test)
    await test.travelTo(new Date((await serviceNow(test.db)).getTime() + 61_000))
    const work = async (run: () => Promise<unknown>) => {
      counted.statements.length = 0
      await run()
      return [...counted.statements]
    }
    const send = (phone: string) =>
      work(() => sendOneTimeCode({ purpose, phone, language: 'zh-CN', address: 'desk' }, counted))
    expect(await send(phones.known)).toEqual(await send(phones.unknown))
    const guess = (phone: string) =>
      work(() => signInResident({ phone, code: wrongFor(code), language: 'zh-CN' }, counted))
    const wrong = await guess(phones.known)
    expect(wrong).toHaveLength(1)
    expect(await guess(phones.unknown)).toEqual(wrong)
    expect(await guess(phones.withoutCode)).toEqual(wrong)
    const enter = async (phone: string) => {
      const right = await codeSentTo(phone)
      return work(() => signInResident({ phone, code: right, language: 'zh-CN' }, counted))
    }
    expect(await enter(phones.known)).toEqual(await enter(phones.unknown))
    await counted.close()
  })
})
