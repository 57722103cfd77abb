import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { sessions } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'

const validForMinutes = 5

/** What the next passkey of a session must sign: 256 random bits in base64url. */
export async function newChallenge(db: Queryable, { sessionId }: { sessionId: string }): Promise<string> {
  const challenge = randomBytes(32).toString('base64url')
  await db
    .update(sessions)
    .set({ passkeyChallenge: challenge, passkeyChallengeAt: sql`service_now()` })
    .where(eq(sessions.id, sessionId))
  return challenge
}

/** The question that a session was asked within the last five minutes; whoever takes it, takes it away. */
export async function takeChallenge(
  db: Queryable,
  { sessionId }: { sessionId: string },
): Promise<string | null> {
  const [taken] = await db.execute<{ challenge: string | null }>(sql`
    with asked as (select id, passkey_challenge, passkey_challenge_at from ${sessions}
      where ${and(eq(sessions.id, sessionId), sql`passkey_challenge is not null`)} for update)
    update ${sessions} set passkey_challenge = null, passkey_challenge_at = null from asked
    where ${sessions.id} = asked.id
    returning case when asked.passkey_challenge_at > service_now() - make_interval(mins => ${validForMinutes})
      then asked.passkey_challenge end as challenge`)
  return taken?.challenge ?? null
}
