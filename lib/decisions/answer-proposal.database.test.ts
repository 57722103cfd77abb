import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applications, decisions, notifications, rejectionProposals, staff } from '@/db/schema'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { requestCorrection } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { everyFailure } from '@/lib/platform/result'
import { confirmRejection, returnProposal } from './answer-proposal'
import { findReturnedProposal } from './find-returned-proposal'
import { checkProposal, type ProposedRejection, proposeRejection } from './propose-rejection'
import { registerApplication } from './register-application'
import { publishedReasons } from './rejection-reasons'
import { setRejectionRight } from './set-rejection-right'

let database: TestDatabase
let officer: StaffViewer
let supervisor: StaffViewer
let proposed: ProposedRejection

beforeAll(async () => {
  database = await createTestDatabase()
  officer = await aStaffMember(database.db)
  supervisor = await aStaffMember(database.db, { role: 'supervisor' })
  const reasons = await publishedReasons(database.db)
  const reason = reasons.find(
    ({ needsCorrectionNotice, needsHearing }) => !needsCorrectionNotice && !needsHearing,
  )
  proposed = {
    reasonCode: reason?.code ?? '',
    explanation: '同一个孩子已经在天津路社区登记过，编号 HS-2611-20-0001-7，所以不能再登记一次。',
    evidence: '登记系统查询结果，11月24日。',
    hearing: '',
  }
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:00:00+08:00')))

async function aProposedCase(viewer = officer) {
  const accepted = await anAcceptedCase(database.db)
  const result = await proposeRejection({ reference: accepted.reference, viewer, proposed }, database)
  expect(result).toMatchObject({ ok: true })
  return accepted
}

describe('proposing a rejection', () => {
  test.each<[string, Partial<ProposedRejection>]>([
    ['reason-not-published', { reasonCode: 'other' }],
    ['reason-not-published', { reasonCode: '' }],
    ['explanation-too-short', { explanation: '不行' }],
    ['explanation-too-short', { explanation: ' '.repeat(40) }],
    ['evidence-missing', { evidence: ' ' }],
  ])('fails with %s, in the preview and in earnest', async (failure, change) => {
    const { reference } = await anAcceptedCase(database.db)
    const proposal = { reference, viewer: officer, proposed: { ...proposed, ...change } }
    expect(await checkProposal(proposal, database)).toMatchObject({ ok: false, failure })
    expect(await proposeRejection(proposal, database)).toMatchObject({ ok: false, failure })
  })

  test('names everything that is missing at once', async () => {
    const { reference } = await anAcceptedCase(database.db)
    const nothing = { reasonCode: '', explanation: '不行', evidence: '', hearing: '' }
    const checked = await checkProposal({ reference, viewer: officer, proposed: nothing }, database)
    expect(checked.ok ? [] : everyFailure(checked).map(({ failure }) => failure)).toEqual([
      'reason-not-published',
      'explanation-too-short',
      'evidence-missing',
    ])
  })

  test('asks what its reason demands: a notice first, a hearing first', async () => {
    const reasons = await publishedReasons(database.db)
    const { reference } = await anAcceptedCase(database.db)
    const failureOf = async (reasonCode: string) => {
      const checked = await checkProposal(
        { reference, viewer: officer, proposed: { ...proposed, reasonCode } },
        database,
      )
      return checked.ok ? null : checked.failure
    }
    for (const reason of reasons) {
      const expected = reason.needsCorrectionNotice
        ? 'needs-correction-notice-first'
        : reason.needsHearing
          ? 'needs-hearing'
          : null
      expect(await failureOf(reason.code), reason.code).toBe(expected)
    }
  })

  test('comes too late once the case is decided, in the preview already', async () => {
    const { reference } = await anAcceptedCase(database.db)
    await registerApplication({ reference, viewer: supervisor }, database)
    const proposal = { reference, viewer: officer, proposed }
    expect(await checkProposal(proposal, database)).toMatchObject({ failure: 'case-is-not-open' })
    expect(await proposeRejection(proposal, database)).toMatchObject({ failure: 'case-is-not-open' })
  })

  test('changes nothing for the applicant, and is made once', async () => {
    const { id, reference } = await aProposedCase()
    const [application] = await database.db.select().from(applications).where(eq(applications.id, id))
    expect(application?.status).toBe('accepted')
    const again = await proposeRejection({ reference, viewer: officer, proposed }, database)
    expect(again).toMatchObject({ ok: false, failure: 'already-proposed' })
    const sent = await database.db.select().from(notifications).where(eq(notifications.applicationId, id))
    expect(sent.map(({ template }) => template)).not.toContain('rejected')
  })
})

describe('answering a proposed rejection', () => {
  test('confirming it rejects the case, with reason, second person and remedies', async () => {
    const { id, reference } = await aProposedCase()
    expect(await confirmRejection({ reference, viewer: supervisor }, database)).toMatchObject({ ok: true })
    const [made] = await database.db.select().from(decisions).where(eq(decisions.applicationId, id))
    expect(made).toMatchObject({
      outcome: 'rejected',
      decidedById: officer.staffId,
      confirmedById: supervisor.staffId,
      explanation: proposed.explanation,
    })
    expect(made?.remedies).toContain('六十日内')
  })

  test('is for a supervisor, and for another one than proposed it', async () => {
    const { reference } = await aProposedCase()
    expect(await confirmRejection({ reference, viewer: officer }, database)).toMatchObject({
      failure: 'not-your-role',
    })
    const own = await aProposedCase(supervisor)
    expect(await confirmRejection({ reference: own.reference, viewer: supervisor }, database)).toMatchObject({
      failure: 'needs-a-second-person',
    })
  })

  test('returning it needs a note, which the officer reads; then it can be proposed again', async () => {
    const { id, reference } = await aProposedCase()
    const wordless = await returnProposal({ reference, viewer: supervisor, note: ' ' }, database)
    expect(wordless).toMatchObject({ failure: 'note-missing' })
    await returnProposal({ reference, viewer: supervisor, note: '请附上查询截图。' }, database)
    const returned = await findReturnedProposal(database.db, { applicationId: id })
    expect(returned?.proposal.returnNote).toBe('请附上查询截图。')
    expect(await confirmRejection({ reference, viewer: supervisor }, database)).toMatchObject({
      failure: 'no-proposal',
    })
    expect(await proposeRejection({ reference, viewer: officer, proposed }, database)).toMatchObject({
      ok: true,
    })
  })

  test('the officer hears of a returned proposal', async () => {
    const email = 'chenxiao@example.cn'
    await database.db.update(staff).set({ email }).where(eq(staff.id, officer.staffId))
    const { reference } = await aProposedCase()
    await returnProposal({ reference, viewer: supervisor, note: '请附上查询截图。' }, database)
    const sent = await database.db
      .select()
      .from(notifications)
      .where(eq(notifications.staffId, officer.staffId))
    expect(sent).toMatchObject([{ template: 'proposal-returned', channel: 'email', recipient: email }])
    expect(sent[0]?.values).toEqual({ link: `/staff/cases/${reference}` })
  })

  test('two supervisors at once: one answers, the other is told', async () => {
    const other = await aStaffMember(database.db, { role: 'supervisor' })
    const { reference } = await aProposedCase()
    const both = await Promise.all([
      confirmRejection({ reference, viewer: supervisor }, database),
      returnProposal({ reference, viewer: other, note: '请再查。' }, database),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('registering or asking for a correction overtakes it', async () => {
    const registered = await aProposedCase()
    await registerApplication({ reference: registered.reference, viewer: officer }, database)
    const corrected = await aProposedCase()
    await requestCorrection(
      {
        reference: corrected.reference,
        viewer: officer,
        items: [{ field: 'address', what: '请写门牌号。' }],
      },
      database,
    )
    for (const { id } of [registered, corrected]) {
      const proposals = await database.db
        .select()
        .from(rejectionProposals)
        .where(eq(rejectionProposals.applicationId, id))
      expect(proposals).toMatchObject([{ outcome: 'overtaken' }])
    }
  })

  test('the clock overtakes it too: nobody is rejected late', async () => {
    const { id, reference } = await aProposedCase()
    await database.travelTo(new Date('2026-11-27T17:30:01+08:00'))
    expect(await confirmRejection({ reference, viewer: supervisor }, database)).toMatchObject({
      failure: 'time-had-run-out',
    })
    const [application] = await database.db.select().from(applications).where(eq(applications.id, id))
    expect(application?.status).toBe('registered')
  })
})

describe('setting a rejection right', () => {
  async function aRejectedCase() {
    const rejected = await aProposedCase()
    await confirmRejection({ reference: rejected.reference, viewer: supervisor }, database)
    return rejected
  }
  const set = { ground: 'review-upheld', note: '复议机关决定改正。' } as const

  test('registers the applicant; the decision before stays on record, set aside', async () => {
    const { id, reference } = await aRejectedCase()
    const right = await setRejectionRight({ reference, viewer: supervisor, ...set }, database)
    expect(right).toMatchObject({ ok: true, value: { number: expect.any(String) } })
    const made = await database.db.select().from(decisions).where(eq(decisions.applicationId, id))
    expect(made).toHaveLength(2)
    expect(made.filter(({ setAsideAt }) => setAsideAt === null)).toMatchObject([
      { outcome: 'registered', basis: 'review-upheld' },
    ])
  })

  test('happens once, by a supervisor, with a note, and to a rejection only', async () => {
    const { reference } = await aRejectedCase()
    const open = await anAcceptedCase(database.db)
    const failures = [
      await setRejectionRight({ reference, viewer: officer, ...set }, database),
      await setRejectionRight({ reference, viewer: supervisor, ...set, note: '' }, database),
      await setRejectionRight({ reference: open.reference, viewer: supervisor, ...set }, database),
    ]
    expect(failures).toMatchObject([
      { failure: 'not-your-role' },
      { failure: 'note-missing' },
      { failure: 'not-rejected' },
    ])
    const both = await Promise.all([
      setRejectionRight({ reference, viewer: supervisor, ...set }, database),
      setRejectionRight({ reference, viewer: supervisor, ...set }, database),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
