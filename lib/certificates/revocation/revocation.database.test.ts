import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aStaffMember, whoShowsFactor } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aResident } from '@/lib/applications/drafts/testing'
import type { StaffViewer } from '@/lib/identity'
import { askAbout } from '@/lib/verification/testing/ask-about'
import { reissueCertificate } from '../reissue-certificate'
import { aCertificate } from '../testing/a-certificate'
import { answerHearing, decideHearing, findHearing, openHearing } from './index'

let database: TestDatabase
let supervisor: StaffViewer

beforeAll(async () => {
  database = await createTestDatabase()
  const member = await aStaffMember(database.db, { role: 'supervisor' })
  supervisor = await whoShowsFactor(database.db, member)
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:00:00+08:00')))

const reason = '承诺的事实经核查不实'
const open = (number: string, viewer = supervisor) => openHearing({ number, viewer, reason }, database)
const revoke = (number: string, viewer = supervisor) =>
  decideHearing({ number, viewer, outcome: 'revoked', note: '已听取陈述' }, database)
const statusOf = async (token: string) => {
  const answer = await askAbout({ question: { token } }, database)
  return answer.genuine ? answer.status : answer.reason
}

describe('a certificate is revoked', () => {
  test('after its holder answered, and verifiers learn it at once', async () => {
    const { certificate, ofCase } = await aCertificate(database)
    const { number, token } = certificate
    expect(await open(number)).toMatchObject({
      ok: true,
      value: { answerUntil: new Date('2026-12-01T17:30:00+08:00') },
    })
    expect(await revoke(number)).toMatchObject({ failure: 'still-time-to-answer' })
    const said = await answerHearing({ number, viewer: ofCase.resident, answer: '事实没有错' }, database)
    expect(said.ok).toBe(true)
    expect(await statusOf(token)).toBe('valid')
    expect(await revoke(number)).toMatchObject({ ok: true })
    expect(await statusOf(token)).toBe('revoked')
    const hearing = await findHearing({ certificateId: certificate.id }, database)
    expect(hearing).toMatchObject({ outcome: 'revoked', answer: '事实没有错', reason })
  })

  test('without an answer only once the time for it is over', async () => {
    const { certificate } = await aCertificate(database)
    await open(certificate.number)
    await database.travelTo(new Date('2026-12-01T17:29:00+08:00'))
    expect(await revoke(certificate.number)).toMatchObject({ failure: 'still-time-to-answer' })
    await database.travelTo(new Date('2026-12-01T17:31:00+08:00'))
    expect(await revoke(certificate.number)).toMatchObject({ ok: true })
    expect(await statusOf(certificate.token)).toBe('revoked')
  })

  test('never without a hearing: the table itself refuses', async () => {
    const { certificate } = await aCertificate(database)
    expect(await revoke(certificate.number)).toMatchObject({ failure: 'no-hearing' })
    await expect(
      database.app`update certificates set status = 'revoked' where id = ${certificate.id}`,
    ).rejects.toMatchObject({ constraint_name: 'a_certificate_is_revoked_by_a_hearing' })
    const ends = database.app`insert into revocation_hearings
      (certificate_id, reason, opened_by_id, answer_until, outcome, decided_by_id, decided_at)
      values (${certificate.id}, 'x', ${supervisor.staffId}, service_now() + interval '1 hour', 'revoked',
        ${supervisor.staffId}, service_now())`
    await expect(ends).rejects.toMatchObject({ constraint_name: 'nobody_is_revoked_unheard' })
  })

  test('only by somebody who has just shown their second factor again', async () => {
    const { certificate, ofCase } = await aCertificate(database)
    const { number } = certificate
    await open(number)
    await answerHearing({ number, viewer: ofCase.resident, answer: '没有错' }, database)
    const stolen = { ...supervisor, sessionId: randomUUID() }
    expect(await revoke(number, stolen)).toMatchObject({ failure: 'second-factor-needed' })
    expect(await statusOf(certificate.token)).toBe('valid')
  })

  test('and stays so', async () => {
    const { certificate, ofCase } = await aCertificate(database)
    await open(certificate.number)
    await answerHearing({ number: certificate.number, viewer: ofCase.resident, answer: '没有' }, database)
    await revoke(certificate.number)
    expect(await open(certificate.number)).toMatchObject({ failure: 'no-longer-valid' })
    await expect(
      database.app`update certificates set status = 'valid' where id = ${certificate.id}`,
    ).rejects.toThrow()
  })
})

describe('a hearing', () => {
  test('is not escaped by replacing the certificate', async () => {
    const { certificate, ofCase } = await aCertificate(database)
    await open(certificate.number)
    const asked = { number: certificate.number, viewer: ofCase.resident }
    expect(await reissueCertificate(asked, database)).toMatchObject({ failure: 'hearing-open' })
  })

  test('may end without a revocation, and another may follow', async () => {
    const { certificate } = await aCertificate(database)
    await open(certificate.number)
    expect(await open(certificate.number)).toMatchObject({ failure: 'hearing-open' })
    const dropped = await decideHearing(
      { number: certificate.number, viewer: supervisor, outcome: 'dropped', note: '事实属实' },
      database,
    )
    expect(dropped.ok).toBe(true)
    expect(await statusOf(certificate.token)).toBe('valid')
    expect(await open(certificate.number)).toMatchObject({ ok: true })
  })

  test('is opened and decided by a supervisor of the office, and answered once by the holder', async () => {
    const { certificate, ofCase } = await aCertificate(database)
    const { number } = certificate
    const officer = await aStaffMember(database.db)
    const elsewhere = await aStaffMember(database.db, { role: 'supervisor', officeCodes: ['420202007'] })
    expect(await open(number, officer)).toMatchObject({ failure: 'not-your-role' })
    expect(await open(number, elsewhere)).toMatchObject({ failure: 'other-office' })
    expect(await open('42020200626112499999')).toMatchObject({ failure: 'certificate-not-found' })
    await open(number)
    const stranger = await aResident(database.db)
    const answer = { number, answer: '没有错' }
    expect(await answerHearing({ ...answer, viewer: stranger }, database)).toMatchObject({
      failure: 'no-hearing',
    })
    expect((await answerHearing({ ...answer, viewer: ofCase.resident }, database)).ok).toBe(true)
    expect(await answerHearing({ ...answer, viewer: ofCase.resident }, database)).toMatchObject({
      failure: 'already-answered',
    })
    expect(await revoke(number, elsewhere)).toMatchObject({ failure: 'other-office' })
  })

  test.each([
    ['', 'reason-missing'],
    [' \n ', 'reason-missing'],
    ['\u0000', 'forbidden-character'],
    ['字'.repeat(1_001), 'too-long'],
  ])('gives its reason in words: %j', async (words, failure) => {
    const { certificate } = await aCertificate(database)
    const opened = await openHearing(
      { number: certificate.number, viewer: supervisor, reason: words },
      database,
    )
    expect(opened).toMatchObject({ ok: false, failure })
  })
})
