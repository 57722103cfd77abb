import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffMember, testOffice, whoShowsFactor } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { publishedReasons } from '@/lib/decisions'
import { serviceNow } from '@/lib/platform/database'
import {
  addStaffMember,
  addTimeLimit,
  changeStaffMember,
  deactivateStaffMember,
  publishReasonVersion,
  reactivateStaffMember,
  renewStaffPassword,
  retireReason,
} from '.'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** An administrator who showed their second factor eleven minutes ago. */
async function anIdleAdministrator() {
  const viewer = await aStaffMember(database.db, { role: 'administrator', officeCodes: [] })
  await whoShowsFactor(database.db, viewer)
  const then = new Date((await serviceNow(database.db)).getTime() - 11 * 60_000)
  await database.owner`update sessions set second_factor_at = ${then} where id = ${viewer.sessionId}`
  return viewer
}

test('an administrator changes no account, limit or reason by a factor shown eleven minutes ago', async () => {
  const viewer = await anIdleAdministrator()
  const { staffNumber } = await aStaffMember(database.db)
  const asked = { viewer, staffNumber }
  const post = { role: 'officer', officeCodes: [testOffice], email: '' }
  const member = { ...post, signInName: 'nobody', staffNumber: 'HS-0999', name: '无名', idNumber: '' }
  const [reason] = await publishedReasons(database.db)
  if (!reason) throw new Error('the catalogue is not empty')
  const { code } = reason
  const version = { ...reason, title: '换个说法' }
  const limit = {
    kind: 'extension',
    fromDate: '2099-01-04',
    workingDays: '5',
    law: '试',
    lawEnglish: 'trial',
  }
  const answers = [
    await addStaffMember({ viewer, member }, database),
    await changeStaffMember({ ...asked, ...post }, database),
    await deactivateStaffMember(asked, database),
    await reactivateStaffMember(asked, database),
    await renewStaffPassword(asked, database),
    await publishReasonVersion({ viewer, code, version }, database),
    await retireReason({ viewer, code }, database),
    await addTimeLimit({ viewer, limit }, database),
  ]
  for (const answer of answers) expect(answer).toMatchObject({ failure: 'second-factor-needed' })
  const [written] = await database.app`
    select count(*)::int as events from audit_events where staff_id = ${viewer.staffId}`
  expect(written).toEqual({ events: 0 })
})
