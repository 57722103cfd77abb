import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffMember } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aResident } from '@/lib/applications/drafts/testing'
import { endOtherSessions, restOfSession, sessionsOf } from './own-sessions'
import { findSession, type ResidentViewer, startSession } from './sessions'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function signIn(resident: ResidentViewer) {
  const secret = await startSession({ residentId: resident.residentId }, database)
  const viewer = await findSession(secret, database)
  if (viewer?.kind !== 'resident') throw new Error('a session that just began runs')
  return { secret, viewer }
}

test('a resident ends every other session of theirs and nobody else’s', async () => {
  const resident = await aResident(database.db)
  const [here, elsewhere] = [await signIn(resident), await signIn(resident)]
  const stranger = await signIn(await aResident(database.db))
  expect(await sessionsOf({ viewer: here.viewer }, database)).toMatchObject([
    { isThis: true },
    { isThis: false },
  ])
  expect(await endOtherSessions({ viewer: here.viewer }, database)).toEqual({ ended: 1 })
  expect(await findSession(elsewhere.secret, database)).toBeNull()
  expect(await findSession(here.secret, database)).not.toBeNull()
  expect(await findSession(stranger.secret, database)).not.toBeNull()
  expect(await sessionsOf({ viewer: here.viewer }, database)).toMatchObject([{ isThis: true }])
})

test('a session of staff ends after half an hour of nothing, and twelve hours after it began whatever one does', async () => {
  const begun = new Date('2026-11-25T08:00:00+08:00').getTime()
  const after = (minutes: number) => database.travelTo(new Date(begun + minutes * 60_000))
  await after(0)
  const { staffId } = await aStaffMember(database.db, { role: 'officer' })
  const secret = await startSession({ staffId }, database)
  const restOf = async () => {
    const viewer = await findSession(secret, database)
    if (!viewer) return null
    const { seconds, isLast } = await restOfSession({ viewer }, database)
    return { minutes: Math.ceil(seconds / 60), isLast }
  }
  expect(await restOf()).toEqual({ minutes: 30, isLast: false })
  for (let minutes = 25; minutes < 12 * 60 - 5; minutes += 25) {
    await after(minutes)
    await restOf()
  }
  await after(12 * 60 - 5)
  expect(await restOf()).toEqual({ minutes: 5, isLast: true })
  await after(12 * 60 + 1)
  expect(await restOf()).toBeNull()
})
