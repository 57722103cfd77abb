import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { newSigningKey, publicJwk, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { encodeList } from '@/lib/certificates/status-list/encoded-list'
import { signJwt } from '@/lib/certificates/status-list/sign-jwt'
import { linkOfToken, signCertificateToken } from '@/lib/certificates/token/certificate-token'
import { hashNames, newNameSalt, type TokenContent } from '@/lib/certificates/token/token-content'
import { judgeOffline, namesAgreeOffline } from './judge-offline'
import { type OfflineList, readOfflineList } from './offline-list'
import { readOfflineToken } from './offline-token'
import { readKeySet } from './published-keys'

const key = readSigningKey(newSigningKey())
const other = readSigningKey(newSigningKey())
const keys = readKeySet(JSON.stringify({ keys: [publicJwk(key)] }))
const nameSalt = newNameSalt()
const content: TokenContent = {
  number: '42020200626112400173',
  version: 1,
  type: 'birth-service-registration',
  officeCode: '420202006',
  issuedOn: '2026-11-24',
  nameSalt,
  nameHash: hashNames({ names: ['李婷', '张子䶮'], salt: nameSalt }),
  statusIndex: 7,
}
const token = signCertificateToken({ content, key })
const now = new Date('2026-11-25T08:00:00Z')
const claims = (ended: Parameters<typeof encodeList>[0], asOf: Date) => ({
  id: 'https://dengji.example.cn/api/v1/status-lists/1',
  iat: asOf.getTime() / 1_000,
  exp: asOf.getTime() / 1_000 + 86_400,
  credentialSubject: { encodedList: encodeList(ended) },
})

let fresh: OfflineList
let old: OfflineList
let revoked: OfflineList

async function aList(ended: Parameters<typeof encodeList>[0], asOf: Date): Promise<OfflineList> {
  const list = await readOfflineList({
    jwt: signJwt({ key, type: 'vc+jwt', claims: claims(ended, asOf) }),
    keys,
    number: 1,
  })
  if (!list) throw new Error('the list is not read')
  return list
}

beforeAll(async () => {
  fresh = await aList([{ place: 8, status: 'revoked' }], now)
  old = await aList([], new Date('2026-11-20T08:00:00Z'))
  revoked = await aList([{ place: 7, status: 'revoked' }], new Date('2026-11-20T08:00:00Z'))
})

const judge = (text: string, list: OfflineList | null = fresh, known = keys) =>
  judgeOffline({ text, keys: known, listFor: async () => list, now })

describe('without asking the service, a device says', () => {
  test('valid, by a fresh list, and what the token says', async () => {
    expect(await judge(`https://dengji.example.cn/v/${token}?by=x`)).toMatchObject({
      answer: 'valid',
      listAsOf: now,
      token: { number: content.number, officeCode: content.officeCode, version: 1 },
    })
  })

  test('the same of the link of a QR code, which is all capitals', async () => {
    const link = linkOfToken({ token, serviceUrl: 'https://dengji.example.cn' })
    for (const text of [link, link.toLowerCase()])
      expect(await judge(text)).toMatchObject({ answer: 'valid' })
  })

  test('never valid by a list that is too old, or by none', async () => {
    expect(await judge(token, old)).toMatchObject({ answer: 'cannot-tell', trouble: 'list-too-old' })
    expect(await judge(token, null)).toMatchObject({ answer: 'cannot-tell', trouble: 'no-list' })
  })

  test('revoked, however old the list is', async () => {
    expect(await judge(token, revoked)).toMatchObject({ answer: 'revoked' })
  })

  test('that it cannot tell without keys, or for a key that it does not know', async () => {
    expect(await judge(token, fresh, [])).toMatchObject({ answer: 'cannot-tell', trouble: 'no-keys' })
    const others = readKeySet(JSON.stringify({ keys: [publicJwk(other)] }))
    expect(await judge(token, fresh, others)).toMatchObject({ answer: 'cannot-tell', trouble: 'unknown-key' })
  })

  test.each(['2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z'])(
    'that a key withdrawn from %s proves nothing by itself, since its thief can date back',
    async moment => {
      const revoked = { revoked_at: Date.parse(moment) / 1_000 }
      const withdrawn = keys.map(one => ({ ...one, revoked }))
      expect(await judge(token, fresh, withdrawn)).toMatchObject({
        answer: 'cannot-tell',
        trouble: 'withdrawn-key',
      })
    },
  )

  test('that a changed token is not ours or unreadable, and it never throws', async () => {
    const bytes = Buffer.from(token, 'base64url')
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async bit => {
        const mutant = Buffer.from(bytes)
        mutant.writeUInt8(mutant.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const { answer } = await judge(mutant.toString('base64url'))
        expect(['not-ours', 'unreadable', 'cannot-tell']).toContain(answer)
      }),
      { numRuns: 500 },
    )
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async text => {
        expect((await judge(text)).answer).toBe('unreadable')
      }),
    )
  })
})

describe('a list', () => {
  test.each([
    ['another key signed', signJwt({ key: other, type: 'vc+jwt', claims: claims([], now) })],
    ['nothing', ''],
    [
      'its claims were changed',
      signJwt({ key, type: 'vc+jwt', claims: claims([], now) }).replace('.ey', '.eyJ'),
    ],
  ])('is not read when %s', async (_, jwt) => {
    expect(await readOfflineList({ jwt, keys, number: 1 })).toBeNull()
  })

  test('is not read in place of another', async () => {
    const jwt = signJwt({ key, type: 'vc+jwt', claims: claims([], now) })
    expect(await readOfflineList({ jwt, keys, number: 1 })).not.toBeNull()
    expect(await readOfflineList({ jwt, keys, number: 2 })).toBeNull()
    expect(await readOfflineList({ jwt, keys, number: 11 })).toBeNull()
  })
})

test('names are compared with what was signed, by what they mean', async () => {
  const read = readOfflineToken(token)
  if (!read) throw new Error('the token is not read')
  expect(await namesAgreeOffline({ names: ['张子䶮', ' 李婷 '], token: read })).toBe(true)
  expect(await namesAgreeOffline({ names: ['张子龑', '李婷'], token: read })).toBe(false)
})
