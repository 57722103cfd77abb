import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applicationStatuses } from '@/lib/applications'
import { allowedActions, type CaseAction, type CaseFacts, caseActions, whyNotNow } from './allowed-actions'

const now = new Date('2026-11-24T10:00:00+08:00')
const officer = { staffId: 'officer', role: 'officer' } as const
const supervisor = { staffId: 'supervisor', role: 'supervisor' } as const
const fresh: CaseFacts = {
  status: 'accepted',
  dueAt: new Date('2026-11-27T17:30:00+08:00'),
  whyNoNotice: null,
  proposal: null,
  isExtended: false,
  isExtensionRequested: false,
  claimedById: null,
  claimedAt: null,
}
const proposed = { ...fresh, proposal: { proposedById: 'officer' } }
const heldByColleague = { ...fresh, claimedById: 'colleague', claimedAt: now }

describe('an action on a case', () => {
  test.each<[CaseAction, CaseFacts, typeof officer | typeof supervisor, string | null]>([
    ['register', fresh, officer, null],
    ['register', proposed, officer, null],
    ['register', { ...fresh, status: 'correction_requested' }, officer, 'waits-for-applicant'],
    ['register', { ...fresh, status: 'registered', dueAt: null }, officer, 'decided'],
    ['register', { ...fresh, status: 'withdrawn', dueAt: null }, officer, 'withdrawn'],
    ['register', { ...fresh, status: 'closed', dueAt: null }, officer, 'closed'],
    ['register', { ...fresh, dueAt: now }, officer, null],
    ['register', { ...fresh, dueAt: new Date(now.getTime() - 1) }, officer, 'time-had-run-out'],
    ['request-correction', fresh, officer, null],
    ['request-correction', { ...fresh, whyNoNotice: 'already-notified' }, officer, 'already-notified'],
    [
      'request-correction',
      { ...fresh, whyNoNotice: 'too-late-for-a-notice' },
      officer,
      'too-late-for-a-notice',
    ],
    ['transfer', { ...fresh, status: 'correction_requested' }, officer, null],
    ['propose-rejection', fresh, officer, null],
    ['propose-rejection', proposed, officer, 'already-proposed'],
    ['answer-proposal', fresh, supervisor, 'no-proposal'],
    ['answer-proposal', proposed, officer, 'needs-supervisor'],
    ['answer-proposal', proposed, supervisor, null],
    [
      'answer-proposal',
      { ...fresh, proposal: { proposedById: 'supervisor' } },
      supervisor,
      'needs-a-second-person',
    ],
    ['extend', fresh, officer, 'needs-supervisor'],
    ['extend', fresh, supervisor, null],
    ['extend', { ...fresh, isExtended: true }, supervisor, 'already-extended'],
    ['extend', { ...fresh, status: 'correction_requested' }, supervisor, 'waits-for-applicant'],
    ['request-extension', fresh, officer, null],
    ['request-extension', { ...fresh, isExtended: true }, officer, 'already-extended'],
    ['request-extension', { ...fresh, isExtensionRequested: true }, officer, 'already-requested'],
    ['request-extension', { ...fresh, status: 'correction_requested' }, officer, 'waits-for-applicant'],
    ['request-extension', fresh, supervisor, 'may-extend-at-once'],
    ['claim', fresh, officer, null],
    ['claim', heldByColleague, officer, 'held-by-another'],
    ['claim', heldByColleague, supervisor, null],
    ['claim', { ...heldByColleague, claimedAt: new Date(now.getTime() - 30 * 60_000) }, officer, null],
    ['claim', { ...fresh, claimedById: 'officer', claimedAt: now }, officer, 'held-by-you'],
    ['release', { ...fresh, claimedById: 'officer', claimedAt: now }, officer, null],
    ['release', heldByColleague, officer, 'not-held-by-you'],
    ['set-right', { ...fresh, status: 'rejected', dueAt: null }, supervisor, null],
    ['set-right', { ...fresh, status: 'rejected', dueAt: null }, officer, 'needs-supervisor'],
    ['set-right', fresh, supervisor, 'not-rejected'],
  ])('%s', (action, facts, viewer, why) => {
    expect(whyNotNow({ action, facts, viewer, now })).toBe(why)
  })

  test('each action is answered once, and an ended case takes none but being set right', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...applicationStatuses),
        fc.constantFrom(officer, supervisor),
        (status, viewer) => {
          const isOpen = status === 'accepted' || status === 'correction_requested'
          const facts = { ...fresh, status, dueAt: isOpen ? fresh.dueAt : null }
          const answers = allowedActions({ facts, viewer, now })
          expect(answers.map(({ action }) => action)).toEqual([...caseActions])
          const open = answers.filter(({ allowed }) => allowed).map(({ action }) => action)
          if (!isOpen) expect(open.filter(action => action !== 'set-right')).toEqual([])
        },
      ),
    )
  })
})
