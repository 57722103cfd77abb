import { createPublicKey, verify } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applicationEvents, certificates, notifications } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aResident } from '@/lib/applications/drafts/testing'
import { findReplacement } from '@/lib/verification'
import { askAbout } from '@/lib/verification/testing/ask-about'
import { findOwnCertificate, versionsOfCase } from './find-certificate'
import { publishedJwks } from './keys/active-key'
import { paperOfCertificate } from './paper'
import { reissueCertificate } from './reissue-certificate'
import { statusAt } from './status-list/encoded-list'
import { publishedStatusList } from './status-list/published-list'
import { aCertificate } from './testing/a-certificate'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await database.travelTo(new Date('2026-11-24T10:00:00+08:00'))
})
afterAll(() => database.drop())

const ask = (token: string) => askAbout({ question: { token } }, database)

describe('a certificate that is replaced', () => {
  test('says so at once, leads to the new one, and its old file stays retrievable as it was', async () => {
    const { certificate: old, ofCase } = await aCertificate(database)
    const paper = await paperOfCertificate(old, database)
    const reissued = await reissueCertificate({ number: old.number, viewer: ofCase.resident }, database)
    if (!reissued.ok) throw new Error(reissued.failure)
    const [next] = await database.db
      .select()
      .from(certificates)
      .where(eq(certificates.number, reissued.value.number))
    expect(next).toMatchObject({ version: 2, status: 'valid', applicationId: ofCase.id })
    expect(next?.identifier.slice(0, -6)).toBe(old.identifier.slice(0, -6))
    expect(await ask(old.token)).toMatchObject({ genuine: true, status: 'superseded' })
    expect(await ask(next?.token ?? '')).toMatchObject({ genuine: true, status: 'valid' })
    expect((await findReplacement({ certificate: old }, database))?.number).toBe(next?.number)
    expect((await paperOfCertificate(old, database)).equals(paper)).toBe(true)
    const events = await database.db
      .select()
      .from(applicationEvents)
      .where(eq(applicationEvents.applicationId, ofCase.id))
    expect(events.map(({ name }) => name)).toContain('certificate-reissued')
    const sent = await database.db
      .select()
      .from(notifications)
      .where(eq(notifications.applicationId, ofCase.id))
    expect(sent.map(({ template }) => template)).toContain('certificate-reissued')
  })

  test('leaves every version that was ever issued to its holder, each as the same bytes and linked to the others', async () => {
    const { certificate, ofCase } = await aCertificate(database)
    const { resident } = ofCase
    const papers = new Map([[certificate.number, await paperOfCertificate(certificate, database)]])
    let { number } = certificate
    for (let round = 0; round < 2; round += 1) {
      const reissued = await reissueCertificate({ number, viewer: resident }, database)
      if (!reissued.ok) throw new Error(reissued.failure)
      number = reissued.value.number
      const own = await findOwnCertificate(database.db, { number, viewer: resident })
      if (own) papers.set(number, await paperOfCertificate(own.certificate, database))
    }
    const versions = await versionsOfCase(database.db, { applicationId: ofCase.id })
    expect(versions.map(({ version, status }) => [version, status])).toEqual([
      [3, 'valid'],
      [2, 'superseded'],
      [1, 'superseded'],
    ])
    for (const version of versions) {
      const own = await findOwnCertificate(database.db, { number: version.number, viewer: resident })
      if (!own) throw new Error('a version is not found')
      const paper = await paperOfCertificate(own.certificate, database)
      expect(papers.get(version.number)?.equals(paper)).toBe(true)
    }
    const stranger = await aResident(database.db)
    expect(await findOwnCertificate(database.db, { number, viewer: stranger })).toBeNull()
  })

  test('is replaced only by its holder, only while it is valid, and three times a day at most', async () => {
    const { certificate, ofCase } = await aCertificate(database)
    const stranger = await aResident(database.db)
    expect(
      await reissueCertificate({ number: certificate.number, viewer: stranger }, database),
    ).toMatchObject({
      failure: 'certificate-not-found',
    })
    let { number } = certificate
    for (let round = 0; round < 3; round += 1) {
      const reissued = await reissueCertificate({ number, viewer: ofCase.resident }, database)
      if (!reissued.ok) throw new Error(reissued.failure)
      expect(await reissueCertificate({ number, viewer: ofCase.resident }, database)).toMatchObject({
        failure: 'no-longer-valid',
      })
      number = reissued.value.number
    }
    expect(await reissueCertificate({ number, viewer: ofCase.resident }, database)).toMatchObject({
      failure: 'limit-reached',
    })
  })

  test('twice at once is replaced once', async () => {
    const { certificate, ofCase } = await aCertificate(database)
    const asked = { number: certificate.number, viewer: ofCase.resident }
    const both = await Promise.all([reissueCertificate(asked, database), reissueCertificate(asked, database)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the list of states', () => {
  const read = async (id = 1) => {
    const jwt = (await publishedStatusList({ id }, database)) ?? ''
    const [header = '', claims = '', signature = ''] = jwt.split('.')
    const open = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return { header: open(header), claims: open(claims), signature, signed: `${header}.${claims}`, jwt }
  }

  test('is signed by a published key, and says within the same moment that a certificate was replaced', async () => {
    const { certificate, ofCase } = await aCertificate(database)
    const before = await read()
    const [jwk] = (await publishedJwks(database.db)).filter(({ kid }) => kid === before.header.kid)
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
    expect(verify(null, Buffer.from(before.signed), key, Buffer.from(before.signature, 'base64url'))).toBe(
      true,
    )
    const place = certificate.statusIndex
    const listed = (claims: { credentialSubject: { encodedList: string } }) =>
      statusAt({ encoded: claims.credentialSubject.encodedList, place })
    expect(listed(before.claims)).toBe('valid')
    await reissueCertificate({ number: certificate.number, viewer: ofCase.resident }, database)
    expect(listed((await read()).claims)).toBe('superseded')
  })

  test('is the same text while nothing changes, and there is none of a number that no certificate has', async () => {
    expect((await read()).jwt).toBe((await read()).jwt)
    for (const id of [0, -1, 2, 1.5, Number.NaN]) {
      expect(await publishedStatusList({ id }, database)).toBeNull()
    }
  })
})
