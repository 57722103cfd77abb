import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { verifications } from '@/db/schema'
import { anIdNumber, aStaffMember, type TestCase, whoShowsFactor } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import {
  activeSigningKey,
  answerHearing,
  type Certificate,
  decideHearing,
  openHearing,
  withdrawKey,
} from '@/lib/certificates'
import { newSigningKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { aCertificate } from '@/lib/certificates/testing/a-certificate'
import { signCertificateToken } from '@/lib/certificates/token/certificate-token'
import { hashNames, newNameSalt } from '@/lib/certificates/token/token-content'
import { openDatabase } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import {
  answerOf,
  checkPerson,
  type Question,
  takeVerification,
  tellPurpose,
  verificationsOfCertificate,
  verifyCertificate,
} from './index'
import { askAbout } from './testing/ask-about'

let database: TestDatabase
let certificate: Certificate
let idNumber: string

const ask = (question: Question) => askAbout({ question }, database)

beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
  idNumber = anIdNumber()
  certificate = (await aCertificate(database, { idNumber })).certificate
})
afterAll(() => database.drop())

describe('a verifier learns', () => {
  test('that a certificate is genuine and valid, by its token, its link, or its number and check code', async () => {
    for (const question of [
      { token: certificate.token },
      { token: certificate.verificationLink },
      { number: certificate.number, checkCode: certificate.checkCode },
      {
        number: certificate.number.replace(/(.{4})/g, '$1 '),
        checkCode: certificate.checkCode.toLowerCase(),
      },
    ]) {
      const answer = await ask(question)
      expect(answer).toMatchObject({
        genuine: true,
        status: 'valid',
        number: certificate.number,
        office: { code: '420202006' },
        issuedOn: '2026-11-24',
      })
      expect(JSON.stringify(answer)).not.toContain(certificate.holders[0]?.name)
    }
  })

  test('nothing by a number without its check code, and no more by a wrong one than by a number that is not there', async () => {
    const others = ['2222', 'K7MQ', 'ZZZZ'].filter(code => code !== certificate.checkCode)
    for (const checkCode of others) {
      expect(await ask({ number: certificate.number, checkCode })).toMatchObject({ reason: 'not_found' })
    }
    const next = String(BigInt(certificate.number) + 1n)
    expect(await ask({ number: next, checkCode: certificate.checkCode })).toMatchObject({
      reason: 'not_found',
    })
    expect(await ask({ number: certificate.number, checkCode: '' })).toMatchObject({ reason: 'unreadable' })
    expect(await ask({ number: '', checkCode: certificate.checkCode })).toMatchObject({
      reason: 'unreadable',
    })
  })

  test('that a key which we never published proves nothing', async () => {
    const key = readSigningKey(newSigningKey())
    const nameSalt = newNameSalt()
    const token = signCertificateToken({
      key,
      content: {
        number: certificate.number,
        version: 1,
        type: 'birth-service-registration',
        officeCode: certificate.officeCode,
        issuedOn: certificate.issuedOn,
        nameSalt,
        nameHash: hashNames({ names: ['李婷'], salt: nameSalt }),
      },
    })
    const answer = await ask({ token })
    expect(answer).toMatchObject({ genuine: false, reason: 'unknown_key' })
    expect(answerOf(answer)).toBe('cannot-tell')
  })

  test('that a token which our key signed and nobody issued is not ours', async () => {
    const nameSalt = newNameSalt()
    const token = signCertificateToken({
      key: await database.db.transaction(activeSigningKey),
      content: {
        number: certificate.number,
        version: 1,
        type: 'birth-service-registration',
        officeCode: certificate.officeCode,
        issuedOn: certificate.issuedOn,
        nameSalt,
        nameHash: hashNames({ names: ['王芳'], salt: nameSalt }),
      },
    })
    expect(await ask({ token })).toMatchObject({ genuine: false, reason: 'not_found' })
  })

  test('that a changed token is not ours', async () => {
    const bytes = Buffer.from(certificate.token, 'base64url')
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    const answer = await ask({ token: bytes.toString('base64url') })
    expect(answer).toMatchObject({ genuine: false, reason: 'bad_signature' })
    expect(answerOf(answer)).toBe('not-ours')
  })

  test.each([
    '',
    ' ',
    '\u0000',
    '\uD800',
    '😀',
    'a'.repeat(4_000),
    '../../etc/passwd',
    'null',
    '%00',
    "' or 1=1 --",
  ])('that %j is unreadable', async token => {
    expect(await ask({ token })).toMatchObject({ genuine: false, reason: 'unreadable' })
  })
})

test('each check of a genuine certificate is counted for its holder, and no other', async () => {
  const { certificate: counted } = await aCertificate(database)
  await askAbout({ question: { token: counted.token }, channel: 'api', purpose: '生育保险' }, database)
  await askAbout({ question: { token: counted.token }, channel: 'page' }, database)
  await ask({ token: `${counted.token}x` })
  const rows = await database.db
    .select()
    .from(verifications)
    .where(eq(verifications.certificateId, counted.id))
  expect(rows.map(({ channel }) => channel).sort()).toEqual(['api', 'page'])
  expect(rows.find(({ channel }) => channel === 'api')).toMatchObject({ purpose: '生育保险' })
})

test('a verifier says what for, and it stands beside that check; said twice, it is two checks', async () => {
  const { certificate: told } = await aCertificate(database)
  await askAbout({ question: { token: told.token }, channel: 'api' }, database)
  await askAbout({ question: { token: told.token }, channel: 'page' }, database)
  await tellPurpose({ certificate: told, purpose: 'insurance' }, database)
  const seen = () => verificationsOfCertificate(database.db, { certificateId: told.id })
  expect(await seen()).toMatchObject([
    { channel: 'page', purpose: 'insurance' },
    { channel: 'api', purpose: null },
  ])
  await tellPurpose({ certificate: told, purpose: '入户' }, database)
  expect((await seen()).map(({ purpose }) => purpose)).toEqual(['入户', 'insurance', null])
})

test('what a check was for can be said, and nothing else about it be changed', async () => {
  await expect(database.app`update verifications set at = now() - interval '1 year'`).rejects.toThrow(
    /permission denied/,
  )
})

describe('is it this person?', () => {
  const addressOf = (number: number) => `192.0.2.${number}`
  const compare = (name: string, lastSix: string, address: string) =>
    checkPerson({ certificate, name, lastSix, address }, database)

  test('a name and the end of the document number match or do not, and nothing says which was wrong', async () => {
    const name = certificate.holders[0]?.name ?? ''
    const lastSix = idNumber.slice(-6)
    expect(await compare(name, lastSix.toLowerCase(), addressOf(1))).toEqual({
      ok: true,
      value: { matches: true },
    })
    const wrong = [await compare('王芳', lastSix, addressOf(1)), await compare(name, '000000', addressOf(1))]
    expect(wrong).toEqual([
      { ok: true, value: { matches: false } },
      { ok: true, value: { matches: false } },
    ])
  })

  test('what is no question uses up no try', async () => {
    for (let round = 0; round < 10; round += 1) {
      expect(await compare('', '123456', addressOf(2))).toMatchObject({ failure: 'name-missing' })
      expect(await compare('李婷', '12345', addressOf(2))).toMatchObject({ failure: 'not-six-characters' })
    }
    expect(await compare('李婷', '12345X', addressOf(2))).toMatchObject({ ok: true })
  })

  test('five tries an hour, an address and a certificate', async () => {
    for (let round = 0; round < 5; round += 1)
      expect((await compare('甲乙', '111111', addressOf(3))).ok).toBe(true)
    expect(await compare('甲乙', '111111', addressOf(3))).toMatchObject({ failure: 'limit-reached' })
    expect((await compare('甲乙', '111111', addressOf(4))).ok).toBe(true)
  })
})

test('number and check code can be tried sixty times in ten minutes, a token far more often', async () => {
  const question = { number: certificate.number, checkCode: 'K7MQ' }
  const asked = Array.from({ length: 61 }, () =>
    takeVerification({ question, address: '198.51.100.7' }, database),
  )
  const taken = await Promise.all(asked)
  expect(taken.filter(({ ok }) => !ok)).toHaveLength(1)
  const byToken = await takeVerification(
    { question: { token: certificate.token }, address: '198.51.100.7' },
    database,
  )
  expect(byToken.ok).toBe(true)
})

/** As the service does it, after the holder was heard. */
async function revoke({ number }: Certificate, { resident }: TestCase): Promise<void> {
  const member = await aStaffMember(database.db, { role: 'supervisor' })
  const supervisor = await whoShowsFactor(database.db, member)
  await openHearing({ number, viewer: supervisor, reason: '承诺的事实不实' }, database)
  await answerHearing({ number, viewer: resident, answer: '没有异议' }, database)
  await decideHearing({ number, viewer: supervisor, outcome: 'revoked', note: '已听取陈述' }, database)
}

test('a revocation shows in the very next check of every process: nothing is remembered from the last one', async () => {
  const { certificate: doubted, ofCase } = await aCertificate(database)
  const { PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
  const keys = parsePersonalDataKeys({ sealing: PERSONAL_DATA_KEYS, lookup: LOOKUP_KEY })
  const other = openDatabase({ url: database.appUrl, keys, connections: 1 })
  const question = { token: doubted.token }
  const both = async () => [await askAbout({ question }, database), await askAbout({ question }, other)]
  expect(await both()).toMatchObject([{ status: 'valid' }, { status: 'valid' }])
  await revoke(doubted, ofCase)
  expect(await both()).toMatchObject([{ status: 'revoked' }, { status: 'revoked' }])
  await other.close()
})

test('who asks too often learns nothing, and no check is counted for the holder', async () => {
  const { certificate: asked } = await aCertificate(database)
  const question = { number: asked.number, checkCode: asked.checkCode }
  const check = () => verifyCertificate({ question, address: '198.51.100.9', channel: 'api' }, database)
  for (let round = 0; round < 60; round += 1) {
    expect(await check()).toMatchObject({ ok: true, value: { allowance: { remaining: 59 - round } } })
  }
  expect(await check()).toMatchObject({ ok: false, failure: 'limit-reached' })
  const counted = await database.db
    .select()
    .from(verifications)
    .where(eq(verifications.certificateId, asked.id))
  expect(counted).toHaveLength(60)
})

test('a withdrawn key leaves what it signed before, and nothing of what it signed after', async () => {
  const { certificate: early } = await aCertificate(database)
  await database.travelTo(new Date('2026-11-25T10:00:00+08:00'))
  const { certificate: late } = await aCertificate(database)
  await withdrawKey(database.db, { keyId: late.keyId, from: new Date('2026-11-25T00:00:00+08:00') })
  expect(await ask({ token: early.token })).toMatchObject({ genuine: true, status: 'valid' })
  expect(await ask({ token: late.token })).toMatchObject({ genuine: false, reason: 'unknown_key' })
  expect(await ask({ number: late.number, checkCode: late.checkCode })).toMatchObject({
    reason: 'unknown_key',
  })
})
