import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aResident } from '@/lib/applications/drafts/testing'
import { endOtherSessions, sessionsOf } from './own-sessions'
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
