import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aResident } from '@/lib/applications/drafts/testing'
import { latestNotifications } from '@/lib/notifications'
import { serviceNow } from '@/lib/platform/database'
import { sendOneTimeCode } from '../one-time-codes'
import { findSession } from '../sessions'
import { askProvider, hearProvider, type OpenidAttempt, type OpenidIdentity } from './ask-provider'
import { linkedSince, linkOwnAccount, unlinkOwnAccount } from './openid-links'
import type { OpenidSettings } from './provider'
import { signInByLink, signInFirstTime } from './sign-in-by-openid'
import { type ProviderOnLoopback, startProvider, truthful } from './testing/provider-on-loopback'

const redirectUri = 'http://localhost:3000/sign-in/openid/callback'

let test: TestDatabase
let provider: ProviderOnLoopback
let settings: OpenidSettings
beforeAll(async () => {
  test = await createTestDatabase()
  provider = await startProvider({ redirectUri })
  const { issuer, clientId, clientSecret } = provider
  settings = { issuer, clientId, clientSecret, scope: 'openid', redirectUri }
})
beforeEach(() => {
  Object.assign(provider.wishes, truthful)
})
afterAll(async () => {
  await provider.stop()
  await test.drop()
})

async function goToProvider(person = 'li.ting'): Promise<{ attempt: OpenidAttempt; query: URLSearchParams }> {
  const asked = await askProvider(settings)
  if (!asked.ok) throw new Error('the provider is there')
  const back = await provider.signIn(asked.value.address, person)
  return { attempt: asked.value.attempt, query: back.searchParams }
}

const hear = (came: { attempt: OpenidAttempt; query: URLSearchParams }) =>
  hearProvider({ settings, ...came }, test)

describe('who comes back from the provider', () => {
  it('is who the provider says, with state, nonce and PKCE', async () => {
    const asked = await askProvider(settings)
    const address = new URL(asked.ok ? asked.value.address : '')
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/.{40}/),
      nonce: expect.stringMatching(/.{40}/),
    })
    expect(await hear(await goToProvider())).toEqual({
      ok: true,
      value: { issuer: provider.issuer, subject: 'li.ting' },
    })
  })

  it('is nobody with the nonce of another attempt', async () => {
    const came = await goToProvider()
    const other = await goToProvider()
    const attempt = { ...came.attempt, nonce: other.attempt.nonce }
    expect(await hear({ ...came, attempt })).toMatchObject({ failure: 'not-believed' })
  })

  it('is nobody with the state of another attempt, or none', async () => {
    const came = await goToProvider()
    const other = await goToProvider()
    expect(await hear({ query: came.query, attempt: other.attempt })).toMatchObject({
      failure: 'not-believed',
    })
    const query = new URLSearchParams(other.query)
    query.delete('state')
    expect(await hear({ query, attempt: came.attempt })).toMatchObject({ failure: 'not-believed' })
  })

  it('is nobody without the verifier that began it: a stolen code is of no use in another browser', async () => {
    const came = await goToProvider()
    const other = await goToProvider()
    const attempt = { ...came.attempt, verifier: other.attempt.verifier }
    expect(await hear({ ...came, attempt })).toMatchObject({ failure: 'expired' })
  })

  it('is nobody with a code that is too old', async () => {
    const came = await goToProvider()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    const heard = await hear(came)
    vi.useRealTimers()
    expect(heard).toMatchObject({ failure: 'expired' })
  })

  it('is nobody the second time: neither with the same attempt nor with the same code', async () => {
    const came = await goToProvider()
    expect(await hear(came)).toMatchObject({ ok: true })
    expect(await hear(came)).toMatchObject({ failure: 'expired' })
    const other = await goToProvider()
    const query = new URLSearchParams(other.query)
    query.set('code', came.query.get('code') ?? '')
    expect(await hear({ query, attempt: other.attempt })).toMatchObject({ failure: 'expired' })
  })

  it.each([
    ['another issuer', { iss: 'http://127.0.0.1:1' }],
    ['another service as its audience', { aud: 'somebody-else' }],
    ['a time that is over', { exp: 1_000_000_000 }],
    ['no subject', { sub: undefined }],
  ])('is nobody with an ID token of %s, though rightly signed', async (_, change) => {
    provider.wishes.say = claims => ({ ...claims, ...change })
    expect(await hear(await goToProvider())).toMatchObject({ failure: 'not-believed' })
  })

  it('is nobody with an ID token that the provider did not sign', async () => {
    provider.wishes.spoilSignatures = true
    expect(await hear(await goToProvider())).toMatchObject({ failure: 'not-believed' })
  })

  it('may have said no', async () => {
    const { attempt } = await goToProvider()
    const query = new URLSearchParams({ error: 'access_denied', state: attempt.state, iss: provider.issuer })
    expect(await hear({ query, attempt })).toMatchObject({ failure: 'declined' })
  })

  it('cannot be told while the provider is out of order', async () => {
    const came = await goToProvider()
    provider.wishes.tokenStatus = 503
    expect(await hear(came)).toMatchObject({ failure: 'provider-unavailable' })
    const nowhere = { ...settings, issuer: 'http://127.0.0.1:1' }
    expect(await askProvider(nowhere)).toMatchObject({ failure: 'provider-unavailable' })
  })
})

async function codeFor(phone: string): Promise<string> {
  await test.travelTo(new Date((await serviceNow(test.db)).getTime() + 61_000))
  await sendOneTimeCode({ purpose: 'link-openid', phone, language: 'zh-CN' }, test)
  const [sent] = await latestNotifications(
    { limit: 1, phone },
    { db: test.db, publicUrl: 'http://localhost' },
  )
  return sent?.code ?? ''
}

describe('an identity that opens no account yet', () => {
  const someone = (subject: string): OpenidIdentity => ({ issuer: provider.issuer, subject })

  it('is linked to the account of a phone only when the person says so and has it in their hand', async () => {
    const resident = await aResident(test.db)
    const identity = someone('first')
    const { phone } = resident
    expect(await signInByLink({ identity }, test)).toMatchObject({ failure: 'not-linked' })
    const base = { identity, phone, language: 'zh-CN' as const }
    const right = await codeFor(phone)
    const wrong = right === '000000' ? '000001' : '000000'
    expect(await signInFirstTime({ ...base, code: wrong, choice: 'link' }, test)).toMatchObject({
      failure: 'wrong-code',
    })
    expect(await signInFirstTime({ ...base, code: right, choice: 'new' }, test)).toMatchObject({
      failure: 'phone-has-account',
    })
    const linked = await signInFirstTime({ ...base, code: right, choice: 'link' }, test)
    expect(linked).toMatchObject({ ok: true, value: { residentId: resident.residentId } })
    expect(await signInByLink({ identity }, test)).toMatchObject({
      ok: true,
      value: { residentId: resident.residentId },
    })
    expect(await signInFirstTime({ ...base, code: right, choice: 'link' }, test)).toMatchObject({
      failure: 'used-up',
    })
    const [told] = await latestNotifications(
      { limit: 1, phone },
      { db: test.db, publicUrl: 'http://localhost' },
    )
    expect(told?.template).toBe('openid-linked')
  })

  it('makes a new account only with a phone that has none', async () => {
    const identity = someone('second')
    const phone = '+8613900007701'
    const base = { identity, phone, language: 'en' as const, code: await codeFor(phone) }
    expect(await signInFirstTime({ ...base, choice: 'link' }, test)).toMatchObject({
      failure: 'phone-has-none',
    })
    const made = await signInFirstTime({ ...base, choice: 'new' }, test)
    const viewer = made.ok ? await findSession(made.value.secret, test) : null
    expect(viewer).toMatchObject({ kind: 'resident', phone, language: 'en' })
  })

  it('never takes the place of another: neither of the account nor of the identity', async () => {
    const [one, other] = [await aResident(test.db), await aResident(test.db)]
    expect(await linkOwnAccount({ viewer: one, identity: someone('third') }, test)).toMatchObject({
      ok: true,
    })
    expect(await linkOwnAccount({ viewer: other, identity: someone('third') }, test)).toMatchObject({
      failure: 'opens-another-account',
    })
    expect(await linkOwnAccount({ viewer: one, identity: someone('fourth') }, test)).toMatchObject({
      failure: 'has-another-link',
    })
  })

  it('opens nothing any more once its owner took the link away', async () => {
    const viewer = await aResident(test.db)
    const identity = someone('fifth')
    await linkOwnAccount({ viewer, identity }, test)
    expect(await linkedSince({ viewer }, test)).toBeInstanceOf(Date)
    await unlinkOwnAccount({ viewer }, test)
    expect(await signInByLink({ identity }, test)).toMatchObject({ failure: 'not-linked' })
    expect(await linkedSince({ viewer }, test)).toBeNull()
  })

  it('is kept as a digest: the table does not say who the provider calls somebody', async () => {
    const viewer = await aResident(test.db)
    await linkOwnAccount({ viewer, identity: someone('420202199305123523') }, test)
    const rows = await test.owner`select * from openid_links`
    expect(JSON.stringify(rows)).not.toContain('420202199305123523')
  })
})
