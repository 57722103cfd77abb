import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staff } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { latestNotifications } from '@/lib/notifications'
import { serviceNow } from '@/lib/platform/database'
import { checkOneTimeCode, sendOneTimeCode } from './one-time-codes'
import { hashPassword } from './passwords'
import { signInStaff } from './staff-sign-in'

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
})

describe('guessing a password of staff', () => {
  it('pauses after five wrong ones, also for the right one; a strange address does not lock the known one out', async () => {
    const passwordHash = await hashPassword('right and long enough')
    await test.db
      .insert(staff)
      .values({ signInName: 'guessed', staffNumber: 'G-1', name: '经办人', role: 'officer', passwordHash })
    const attempt = (password: string, address: string) =>
      signInStaff({ signInName: 'guessed', password, address }, test)
    expect(await attempt('right and long enough', 'desk')).toMatchObject({ ok: true })
    for (let n = 0; n < 5; n += 1) await attempt(`wrong ${n}`, 'attacker')
    expect(await attempt('right and long enough', 'attacker')).toMatchObject({ failure: 'paused' })
    expect(await attempt('right and long enough', 'desk')).toMatchObject({ ok: true })
  })
})
