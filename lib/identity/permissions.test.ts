import { describe, expect, test } from 'vitest'
import {
  mayAdministrate,
  mayAudit,
  mayConfirmRejection,
  mayReadApplication,
  maySuperviseOffice,
  mayWorkOnCase,
} from './permissions'
import type { ResidentViewer, StaffRole, StaffViewer } from './sessions'

const resident: ResidentViewer = {
  kind: 'resident',
  sessionId: 's',
  residentId: 'r1',
  phone: '13900000001',
  maskedPhone: '139****0001',
  language: 'zh-CN',
}

function aMember(role: StaffRole, changed: Partial<StaffViewer> = {}): StaffViewer {
  return {
    kind: 'staff',
    sessionId: 's',
    staffId: 'm1',
    role,
    name: '王',
    staffNumber: 'HS001',
    officeCodes: ['420202001'],
    idNumberLookup: 'own number',
    ...changed,
  }
}

const here = { application: { officeCode: '420202001' }, parties: [{ documentNumberLookup: 'another' }] }

describe('working on a case', () => {
  test.each([
    ['a visitor', null, 'not-staff'],
    ['a resident', resident, 'not-staff'],
    ['an officer of the office', aMember('officer'), 'yes'],
    ['a supervisor of the office', aMember('supervisor'), 'yes'],
    ['an officer elsewhere', aMember('officer', { officeCodes: ['420202002'] }), 'other-office'],
    ['the county', aMember('county'), 'role'],
    ['the administrator', aMember('administrator'), 'role'],
    ['the auditor', aMember('auditor'), 'role'],
  ])('%s', (_who, viewer, answer) => {
    expect(mayWorkOnCase({ viewer, ...here })).toBe(answer)
  })

  test('nobody works on a case to which they are a party', () => {
    const parties = [{ documentNumberLookup: 'another' }, { documentNumberLookup: 'own number' }]
    expect(mayWorkOnCase({ ...here, viewer: aMember('officer'), parties })).toBe('party-to-the-case')
  })

  test('two unknown numbers are not the same number', () => {
    const parties = [{ documentNumberLookup: null }]
    const viewer = aMember('officer', { idNumberLookup: null })
    expect(mayWorkOnCase({ ...here, viewer, parties })).toBe('yes')
  })

  test('a draft belongs to no office yet', () => {
    const draft = { application: { officeCode: null }, parties: [] }
    expect(mayWorkOnCase({ viewer: aMember('officer'), ...draft })).toBe('other-office')
  })
})

test('a rejection is confirmed by a supervisor who did not propose it', () => {
  const proposal = { proposedById: 'm2' }
  expect(mayConfirmRejection({ viewer: aMember('supervisor'), ...here, proposal })).toBe('yes')
  expect(mayConfirmRejection({ viewer: aMember('officer'), ...here, proposal })).toBe('role')
  const own = { proposedById: 'm1' }
  expect(mayConfirmRejection({ viewer: aMember('supervisor'), ...here, proposal: own })).toBe('same-person')
})

test('a resident reads their own application only', () => {
  const application = { residentId: 'r1', principalResidentId: null, erasedAt: null }
  expect(mayReadApplication({ viewer: resident, application })).toBe(true)
  expect(mayReadApplication({ viewer: { ...resident, residentId: 'r2' }, application })).toBe(false)
  expect(mayReadApplication({ viewer: aMember('supervisor'), application })).toBe(false)
  expect(mayReadApplication({ viewer: null, application })).toBe(false)
  const erased = { ...application, erasedAt: new Date() }
  expect(mayReadApplication({ viewer: resident, application: erased })).toBe(false)
})

test('an applicant for whom a proxy applied reads the application as the proxy does', () => {
  const application = { residentId: 'r9', principalResidentId: 'r1', erasedAt: null }
  expect(mayReadApplication({ viewer: resident, application })).toBe(true)
  expect(mayReadApplication({ viewer: { ...resident, residentId: 'r9' }, application })).toBe(true)
  expect(mayReadApplication({ viewer: { ...resident, residentId: 'r2' }, application })).toBe(false)
})

test('each role of supervision has its own room', () => {
  const roles: StaffRole[] = ['officer', 'supervisor', 'county', 'administrator', 'auditor']
  const who = (may: (viewer: StaffViewer) => boolean) => roles.filter(role => may(aMember(role)))
  expect(who(viewer => maySuperviseOffice({ viewer, officeCode: '420202001' }))).toEqual([
    'supervisor',
    'county',
  ])
  expect(who(viewer => maySuperviseOffice({ viewer, officeCode: '420202009' }))).toEqual([])
  expect(who(viewer => mayAdministrate({ viewer }))).toEqual(['administrator'])
  expect(who(viewer => mayAudit({ viewer }))).toEqual(['auditor'])
})
