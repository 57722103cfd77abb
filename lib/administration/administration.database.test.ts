import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantRights } from '@/db/roles'
import { anAcceptedCase, anIdNumber, aStaffMember, whoShowsFactor } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { claimCase } from '@/lib/applications'
import { carryOutDueDeadlines } from '@/lib/deadlines'
import { time } from '@/lib/deadlines/rules/test-office'
import { findSession, type StaffViewer, signInStaff, startSession } from '@/lib/identity'
import { everyFailure, type Result } from '@/lib/platform/result'
import {
  addStaffMember,
  addTimeLimit,
  changeOffice,
  changeStaffMember,
  deactivateStaffMember,
  findStaffMember,
  type Journey,
  moveServiceClock,
  type NewStaffMember,
  type NewTimeLimit,
  reactivateStaffMember,
  renewStaffPassword,
  serviceClockNow,
} from '.'

const office = '420202006'

let database: TestDatabase
let viewer: StaffViewer
let officer: StaffViewer

beforeAll(async () => {
  database = await createTestDatabase()
  const administrator = await aStaffMember(database.db, { role: 'administrator', officeCodes: [] })
  viewer = await whoShowsFactor(database.db, administrator)
  officer = await aStaffMember(database.db)
})
afterAll(() => database.drop())

async function audited(action: string): Promise<number> {
  const [row] = await database.app`
    select count(*)::int as events from audit_events where action = ${action} and staff_id = ${viewer.staffId}`
  return row?.events
}

describe('an office', () => {
  const change = {
    phone: '0714-6220000',
    address: '天津路 8 号',
    opensAt: '09:00',
    middayFrom: '12:00',
    middayTo: '14:00',
    closesAt: '17:00',
  }
  const asked = (changes: Partial<typeof change>, who = viewer) =>
    changeOffice({ officeCode: '420202005', viewer: who, change: { ...change, ...changes } }, database)

  test.each([
    [{ phone: '' }, 'phone-missing'],
    [{ address: '' }, 'address-missing'],
    [{ opensAt: '9:00' }, 'not-a-time'],
    [{ closesAt: '24:00' }, 'not-a-time'],
    [{ opensAt: '17:30' }, 'hours-out-of-order'],
    [{ middayFrom: '14:01' }, 'hours-out-of-order'],
    [{ middayTo: '17:00' }, 'hours-out-of-order'],
  ])('%j is refused: %s', async (changes, failure) => {
    expect(await asked(changes)).toMatchObject({ ok: false, failure })
  })

  test('is told everything that is wrong with it at once', async () => {
    expect(everyMistake(await asked({ phone: '', address: '', opensAt: '9', closesAt: '25:00' }))).toEqual([
      'phone-missing',
      'address-missing',
      'not-a-time opensAt',
      'not-a-time closesAt',
    ])
  })

  test('with new hours keeps the clocks that run and starts others by them', async () => {
    await database.travelTo(time('Mon 9 Mar 2026 10:00'))
    const dueAt = async () => {
      const { id } = await anAcceptedCase(database.db, { officeCode: '420202005' })
      return async () =>
        (await database.app`select due_at from deadlines where application_id = ${id}`)[0]?.due_at
    }
    const before = await dueAt()
    expect(await asked({})).toMatchObject({ ok: true })
    const after = await dueAt()
    expect(await before()).toEqual(time('Thu 12 Mar 2026 17:30'))
    expect(await after()).toEqual(time('Thu 12 Mar 2026 17:00'))
    expect(await audited('office-changed')).toBe(1)
  })

  test('is changed by administrators only, and only if it exists', async () => {
    expect(await asked({}, officer)).toMatchObject({ failure: 'not-your-role' })
    const nowhere = await changeOffice({ officeCode: '999999999', viewer, change }, database)
    expect(nowhere).toMatchObject({ failure: 'office-not-found' })
  })
})

describe('a member of staff', () => {
  const member: NewStaffMember = {
    signInName: 'wangli',
    staffNumber: 'HS-0901',
    name: '王丽',
    role: 'officer',
    email: 'wangli@example.cn',
    idNumber: '',
    officeCodes: [office],
  }
  const add = (changes: Partial<NewStaffMember>) =>
    addStaffMember({ viewer, member: { ...member, ...changes } }, database)
  const signIn = (password: string) =>
    signInStaff({ signInName: 'wangli', password, place: { address: '10.0.0.1', device: null } }, database)

  test.each([
    [{ signInName: 'Wang Li' }, 'not-a-sign-in-name'],
    [{ staffNumber: '〇一' }, 'not-a-staff-number'],
    [{ name: '' }, 'name-missing'],
    [{ role: 'king' }, 'no-such-role'],
    [{ officeCodes: [] }, 'offices-missing'],
    [{ officeCodes: ['1'] }, 'no-such-office'],
    [{ email: 'nobody' }, 'not-an-email'],
    [{ idNumber: '42020219930512352X' }, 'not-an-id-number'],
  ])('%j is refused: %s', async (changes, failure) => {
    expect(await add(changes)).toMatchObject({ ok: false, failure })
  })

  test('is told everything that is wrong with them at once', async () => {
    const taken = { signInName: officer.staffNumber.toLowerCase(), staffNumber: officer.staffNumber }
    const nothing = { name: '', signInName: '', staffNumber: '', role: 'officer', officeCodes: [] }
    expect(everyMistake(await add({ ...nothing, email: 'nobody', idNumber: '1' }))).toEqual([
      'name-missing',
      'not-a-staff-number',
      'not-a-sign-in-name',
      'not-an-id-number',
      'offices-missing',
      'not-an-email',
    ])
    expect(everyMistake(await add({ ...taken, name: '', role: 'king' }))).toEqual(
      expect.arrayContaining(['name-missing', 'no-such-role', 'staff-number-taken', 'sign-in-name-taken']),
    )
  })

  test('is added with a password that opens the account, once', async () => {
    const added = await add({ idNumber: anIdNumber() })
    expect(added.ok && added.value.initialPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect(await signIn(added.ok ? added.value.initialPassword : '')).toMatchObject({ ok: true })
    expect(await add({ staffNumber: 'HS-0902' })).toMatchObject({ failure: 'sign-in-name-taken' })
    expect(await add({ signInName: 'wangli2' })).toMatchObject({ failure: 'staff-number-taken' })
  })

  test('is signed out at once when the account ends, and colleagues can take the cases', async () => {
    const found = await findStaffMember(database.db, { staffNumber: 'HS-0901' })
    if (!found) throw new Error('the member was added')
    const secret = await startSession({ staffId: found.id }, database)
    const session = await findSession(secret, database)
    if (session?.kind !== 'staff') throw new Error('the session runs')
    const { reference, id } = await anAcceptedCase(database.db)
    await claimCase({ reference, viewer: session }, database)
    expect(await deactivateStaffMember({ viewer, staffNumber: 'HS-0901' }, database)).toMatchObject({
      ok: true,
    })
    expect(await findSession(secret, database)).toBeNull()
    const [row] = await database.app`select claimed_by_id from applications where id = ${id}`
    expect(row).toEqual({ claimed_by_id: null })
  })

  test('comes back with a new password, and changes role and offices', async () => {
    const back = await reactivateStaffMember({ viewer, staffNumber: 'HS-0901' }, database)
    expect(await signIn(back.ok ? back.value.initialPassword : '')).toMatchObject({ ok: true })
    const renewed = await renewStaffPassword({ viewer, staffNumber: 'HS-0901' }, database)
    expect(await signIn(back.ok ? back.value.initialPassword : '')).toMatchObject({ ok: false })
    expect(await signIn(renewed.ok ? renewed.value.initialPassword : '')).toMatchObject({ ok: true })
    const post = { role: 'county', officeCodes: ['420202005', office], email: '' }
    await changeStaffMember({ viewer, staffNumber: 'HS-0901', ...post }, database)
    expect(await findStaffMember(database.db, { staffNumber: 'HS-0901' })).toMatchObject({
      ...post,
      email: null,
    })
    expect(await audited('staff-changed')).toBe(1)
  })

  test('changes nobody from the chair of an officer, and no administrator themselves', async () => {
    const asked = { viewer: officer, staffNumber: 'HS-0901' }
    expect(await deactivateStaffMember(asked, database)).toMatchObject({ failure: 'not-your-role' })
    const self = { viewer, staffNumber: viewer.staffNumber }
    expect(await deactivateStaffMember(self, database)).toMatchObject({ failure: 'not-yourself' })
  })
})

/** Everything that an answer complains of, with the field where it names one. */
function everyMistake(answer: Result<unknown, string>): string[] {
  if (answer.ok) throw new Error('nothing was wrong')
  return everyFailure(answer).map(({ failure, details }) =>
    [failure, details.field].filter(Boolean).join(' '),
  )
}

describe('a time limit', () => {
  const limit: NewTimeLimit = {
    kind: 'office-must-decide',
    fromDate: '2026-03-10',
    workingDays: '2',
    law: '本市承诺',
    lawEnglish: 'Promise of the city',
  }
  const add = (changes: Partial<NewTimeLimit>) =>
    addTimeLimit({ viewer, limit: { ...limit, ...changes } }, database)

  test.each([
    [{ fromDate: '2026-03-08' }, 'day-has-passed'],
    [{ kind: 'lunch' }, 'no-such-limit'],
    [{ workingDays: '0' }, 'not-a-number-of-days'],
    [{ workingDays: '2.5' }, 'not-a-number-of-days'],
    [{ law: '' }, 'law-missing'],
    [{ lawEnglish: '' }, 'law-in-english-missing'],
    [{ workingDays: '21' }, 'longer-than-statutory'],
    [{ kind: 'statutory-decision', workingDays: '1' }, 'longer-than-statutory'],
  ])('%j is refused: %s', async (changes, failure) => {
    await database.travelTo(time('Mon 9 Mar 2026 12:00'))
    expect(await add(changes)).toMatchObject({ ok: false, failure })
  })

  test('is told everything that is wrong with it at once', async () => {
    await database.travelTo(time('Mon 9 Mar 2026 12:00'))
    const nothing = { workingDays: '', law: '', lawEnglish: '' }
    const mistakes = ['not-a-number-of-days', 'law-missing', 'law-in-english-missing']
    expect(everyMistake(await add({ ...nothing, fromDate: null })).toSorted()).toEqual(
      [...mistakes, 'not-a-date'].toSorted(),
    )
    expect(everyMistake(await add({ ...nothing, fromDate: '2026-03-08' })).toSorted()).toEqual(
      [...mistakes, 'day-has-passed'].toSorted(),
    )
  })

  test('holds for clocks that start from its first day, and never twice from one day', async () => {
    await database.travelTo(time('Mon 9 Mar 2026 12:00'))
    expect(await add({})).toMatchObject({ ok: true })
    expect(await add({ workingDays: '4' })).toMatchObject({ failure: 'has-one-from-that-day' })
    const lengthOf = async () => {
      const { id } = await anAcceptedCase(database.db)
      return (await database.app`select working_days from deadlines where application_id = ${id}`)[0]
    }
    expect(await lengthOf()).toEqual({ working_days: 3 })
    await database.travelTo(time('Tue 10 Mar 2026 00:00'))
    expect(await lengthOf()).toEqual({ working_days: 2 })
  })
})

describe('the time machine', () => {
  const travel = (journey: Journey, who = viewer) => moveServiceClock({ viewer: who, journey }, database)
  const aheadBy = async () => {
    const [row] = await database.app`select extract(epoch from ahead)::float8 as seconds from service_clock`
    return row?.seconds as number
  }

  test('jumps past the next due time, wakes the sweep, and everybody stays signed in', async () => {
    await database.travelTo(time('Mon 6 Jul 2026 10:00'))
    await carryOutDueDeadlines({}, database)
    const { id } = await anAcceptedCase(database.db)
    const secret = await startSession({ staffId: viewer.staffId }, database)
    const before = await serviceClockNow(database.db)
    expect(before.nextDueAt).toEqual(time('Wed 8 Jul 2026 17:30'))
    expect(await travel({ to: 'next-due' })).toMatchObject({ ok: true })
    expect((await serviceClockNow(database.db)).now > time('Wed 8 Jul 2026 17:30')).toBe(true)
    expect(await findSession(secret, database)).not.toBeNull()
    await carryOutDueDeadlines({}, database)
    const [row] = await database.app`select status from applications where id = ${id}`
    expect(row).toEqual({ status: 'registered' })
  })

  test('goes on by days, says when nothing is due, and comes back to real time', async () => {
    const before = await aheadBy()
    expect(await travel({ to: 'days-ahead', days: '3' })).toMatchObject({ ok: true })
    expect(await aheadBy()).toBeCloseTo(before + 3 * 86_400, 0)
    expect(await travel({ to: 'days-ahead', days: '-1' })).toMatchObject({ failure: 'not-a-number-of-days' })
    expect(await travel({ to: 'days-ahead', days: '401' })).toMatchObject({ failure: 'not-a-number-of-days' })
    await carryOutDueDeadlines({}, database)
    expect(await travel({ to: 'next-due' })).toMatchObject({ failure: 'nothing-is-due' })
    expect(await travel({ to: 'real-time' })).toMatchObject({ ok: true })
    expect(await aheadBy()).toBeCloseTo(0, 3)
    expect(await serviceClockNow(database.db)).toMatchObject({ isAhead: false })
  })

  test('is for administrators, and production has none: its role may not even call the function', async () => {
    expect(await travel({ to: 'real-time' }, officer)).toMatchObject({ failure: 'not-your-role' })
    await grantRights({ owner: database.owner, timeTravel: false })
    await expect(database.app`select set_service_clock_ahead(interval '1 day')`).rejects.toThrow(
      /permission denied/,
    )
    await grantRights({ owner: database.owner, timeTravel: true })
  })
})
