import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aStaffMember, type TestCase, whoShowsFactor } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { verifyCertificate as verifyByReference } from '@/docs/reference-verifier/verify.mjs'
import {
  answerHearing,
  type Certificate,
  decideHearing,
  openHearing,
  publishedJwks,
  publishedStatusList,
  reissueCertificate,
  withdrawKey,
} from '@/lib/certificates'
import { aCertificate } from '@/lib/certificates/testing/a-certificate'
import { answerOf } from './index'
import { askAbout } from './testing/ask-about'

let database: TestDatabase
let server: Server
let origin: string
let certificate: Certificate

/** What the service publishes, and nothing else of it. */
async function published(path: string): Promise<string | null> {
  if (path === '/.well-known/jwks.json') return JSON.stringify({ keys: await publishedJwks(database.db) })
  const [, id] = /^\/api\/v1\/status-lists\/(\d+)$/.exec(path) ?? []
  return id ? publishedStatusList({ id: Number(id) }, database) : null
}

beforeAll(async () => {
  database = await createTestDatabase()
  server = createServer(async (request, response) => {
    const body = await published(request.url ?? '')
    response.writeHead(body === null ? 404 : 200).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  certificate = (await aCertificate(database)).certificate
})
afterAll(async () => {
  await new Promise(resolve => server.close(resolve))
  await database.drop()
})

const judge = (text: string, now?: Date) => verifyByReference({ origin, text, ...(now && { now }) })

/** Ends a certificate as the service does: replaced by its holder, or revoked by the office after a hearing. */
const endings = {
  superseded: async ({ number }: Certificate, { resident: viewer }: TestCase) => {
    await reissueCertificate({ number, viewer }, database)
  },
  revoked: async ({ number }: Certificate, { resident }: TestCase) => {
    const member = await aStaffMember(database.db, { role: 'supervisor' })
    const supervisor = await whoShowsFactor(database.db, member)
    await openHearing({ number, viewer: supervisor, reason: '承诺的事实不实' }, database)
    await answerHearing({ number, viewer: resident, answer: '没有异议' }, database)
    await decideHearing({ number, viewer: supervisor, outcome: 'revoked', note: '已听取陈述' }, database)
  },
}

describe('a verifier that shares no code with the service says of what the service issued', () => {
  test('valid, by the token and by the link of the QR code', async () => {
    const { number, officeCode, issuedOn, token, verificationLink } = certificate
    for (const text of [token, verificationLink, verificationLink.toLowerCase(), `x/v/${token}?y#z`]) {
      expect(await judge(text)).toMatchObject({ answer: 'valid', number, officeCode, issuedOn, version: 1 })
    }
  })

  test.each(['revoked', 'superseded'] as const)('%s at once', async status => {
    const { certificate: ended, ofCase } = await aCertificate(database)
    expect(await judge(ended.token)).toMatchObject({ answer: 'valid' })
    await endings[status](ended, ofCase)
    expect(await judge(ended.token)).toMatchObject({ answer: status, number: ended.number })
  })

  test('that it cannot tell once the list is a day old', async () => {
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    expect(await judge(certificate.token, tomorrow)).toMatchObject({ answer: 'cannot-tell' })
  })

  test('that it cannot tell while nothing can be fetched', async () => {
    const ask = () => Promise.reject(new Error('no network'))
    expect(await verifyByReference({ origin, text: certificate.token, ask })).toMatchObject({
      answer: 'cannot-tell',
    })
  })

  test('of a changed token the same as the service itself', async () => {
    const bytes = Buffer.from(certificate.token, 'base64url')
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async bit => {
        const mutant = Buffer.from(bytes)
        mutant.writeUInt8(mutant.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const token = mutant.toString('base64url')
        const ours = answerOf(await askAbout({ question: { token } }, database))
        expect((await judge(token)).answer).toBe(ours)
      }),
      { numRuns: 150 },
    )
  })

  test('that whatever else it is given is unreadable', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async text => {
        expect(await judge(text)).toEqual({ answer: 'unreadable' })
      }),
    )
  })
})

test('it runs as a program of its own, and its exit code says whether to accept', async () => {
  const { certificate: ended, ofCase } = await aCertificate(database)
  await endings.revoked(ended, ofCase)
  expect(await run(certificate.verificationLink)).toMatchObject({ code: 0, said: { answer: 'valid' } })
  expect(await run(ended.verificationLink)).toMatchObject({ code: 1, said: { answer: 'revoked' } })
  expect(await run('x')).toMatchObject({ code: 2, said: { answer: 'unreadable' } })
})

function run(text: string): Promise<{ code: number | string; said: unknown }> {
  const program = ['docs/reference-verifier/verify.mjs', origin, text]
  return new Promise(resolve => {
    execFile(process.execPath, program, (error, stdout) => {
      resolve({ code: error?.code ?? 0, said: JSON.parse(stdout) })
    })
  })
}

test('a withdrawn key proves nothing by itself: whoever stole it can date back', async () => {
  const { certificate: early } = await aCertificate(database)
  await withdrawKey(database.db, { keyId: early.keyId, from: new Date(Date.now() + 60_000) })
  expect(await judge(early.token)).toMatchObject({ answer: 'cannot-tell' })
})
