import { randomBytes } from 'node:crypto'
import { and, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { residents, sessions, staff, staffOffices } from '@/db/schema'
import { type Language, languageOf } from '@/lib/notifications'
import type { Database, Queryable } from '@/lib/platform/database'
import { secretDigest } from '@/lib/platform/secret-digest'
import { maskPhone } from './rules'
import { hasFactor } from './second-factor/has-factor'

export type ResidentViewer = {
  kind: 'resident'
  sessionId: string
  residentId: string
  phone: string
  maskedPhone: string
  language: Language
  /** The member of staff at whose counter this resident applies, while they do. */
  assistedBy?: { staffId: string; staffNumber: string; name: string }
}

export type StaffRole = (typeof staff.$inferSelect)['role']

export type StaffViewer = {
  kind: 'staff'
  sessionId: string
  staffId: string
  role: StaffRole
  name: string
  staffNumber: string
  officeCodes: string[]
  /** Blind index of the own ID number, to notice a case to which they are a party. */
  idNumberLookup: string | null
}

/** Whoever looks at a page: a resident or a member of staff, signed in. */
export type Viewer = ResidentViewer | StaffViewer

/** Signed in for twelve hours at most, whatever one does. */
export const longestSessionSeconds = 12 * 3_600
const idle = { staff: sql`interval '30 minutes'`, resident: sql`interval '12 hours'` }

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/**
 * Starts a session and gives its secret, which is kept nowhere but in the person's cookie. One of staff is for
 * whoever has shown both factors; after the password alone there is `startFirstStep`.
 */
export async function startSession(
  owner: { residentId: string; cameBy?: 'phone' | 'openid' } | { staffId: string },
  { db }: { db: Queryable },
): Promise<string> {
  const secret = newSecret()
  const { cameBy, ...person } = { cameBy: null, ...owner }
  const secondFactorAt = 'staffId' in owner ? sql`service_now()` : null
  await db
    .insert(sessions)
    .values({ secretDigest: secretDigest(secret), residentCameBy: cameBy, secondFactorAt, ...person })
  return secret
}

/** Starts what the password alone opens to a member of staff: the way to the second factor, and nothing else. */
export async function startFirstStep(
  { staffId }: { staffId: string },
  { db }: { db: Queryable },
): Promise<string> {
  const secret = newSecret()
  await db.insert(sessions).values({ secretDigest: secretDigest(secret), staffId })
  return secret
}

/** A member of staff whose password was right, and who has yet to show a second factor or to set one up. */
export type FirstStep = {
  sessionId: string
  staffId: string
  signInName: string
  staffNumber: string
  name: string
  email: string | null
  /** Still with the password that an administrator handed over. */
  hasInitialPassword: boolean
  /** Something to show: an authenticator or a passkey. */
  hasFactor: boolean
}

/** Who is between password and second factor with this secret. */
export async function findFirstStep(secret: string, { db }: { db: Queryable }): Promise<FirstStep | null> {
  if (!isSecret(secret)) return null
  const [row] = await db
    .select({
      sessionId: sessions.id,
      staffId: staff.id,
      signInName: staff.signInName,
      staffNumber: staff.staffNumber,
      name: staff.name,
      email: staff.email,
      hasInitialPassword: sql<boolean>`${staff.initialPasswordUntil} is not null`,
      hasFactor: hasFactor(sql`${staff.id}`),
    })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(
      and(
        eq(sessions.secretDigest, secretDigest(secret)),
        isNull(sessions.secondFactorAt),
        eq(staff.active, true),
        stillRuns(),
      ),
    )
  return row ?? null
}

/**
 * Who holds this session, if it still runs: not ended, not idle too long (staff 30 minutes, residents 12
 * hours), not older than 12 hours, its member of staff still active and known by both factors.
 */
export async function findSession(secret: string, { db }: { db: Database }): Promise<Viewer | null> {
  if (!isSecret(secret)) return null
  const [row] = await db
    .select({ session: sessions, resident: residents, member: staff, officeCodes })
    .from(sessions)
    .leftJoin(residents, eq(residents.id, sessions.residentId))
    .leftJoin(staff, eq(staff.id, sessions.staffId))
    .where(and(eq(sessions.secretDigest, secretDigest(secret)), isWhole, stillRuns()))
  if (!row) return null
  await noteSeen({ sessionId: row.session.id }, { db })
  if (row.resident) return residentViewer({ sessionId: row.session.id, resident: row.resident })
  if (!row.member?.active) return null
  const { id, role, name, staffNumber, idNumberLookup } = row.member
  return {
    kind: 'staff',
    sessionId: row.session.id,
    staffId: id,
    role,
    name,
    staffNumber,
    officeCodes: row.officeCodes,
    idNumberLookup,
  }
}

/** Residents have one factor; of staff only a session with both is one. */
const isWhole = or(isNull(sessions.staffId), isNotNull(sessions.secondFactorAt))

const officeCodes = sql<string[]>`array(select ${staffOffices.officeCode} from ${staffOffices}
  where ${staffOffices.staffId} = ${sessions.staffId} order by 1)`

/** Not ended, not older than twelve hours, not idle too long. */
export function stillRuns(): SQL | undefined {
  return and(
    isNull(sessions.endedAt),
    sql`${endOfFullLength()} > service_now()`,
    sql`${endWhenIdle()} > service_now()`,
  )
}

/** When a session ends whatever its owner does. */
export function endOfFullLength(): SQL {
  return sql`${sessions.createdAt} + make_interval(secs => ${longestSessionSeconds})`
}

/** When a session ends if its owner does nothing from now on. */
export function endWhenIdle(): SQL {
  return sql`${sessions.lastSeenAt} + case when ${sessions.staffId} is null then ${idle.resident} else ${idle.staff} end`
}

function residentViewer({
  sessionId,
  resident: { id, phone, language },
}: {
  sessionId: string
  resident: typeof residents.$inferSelect
}): ResidentViewer {
  return {
    kind: 'resident',
    sessionId,
    residentId: id,
    phone,
    maskedPhone: maskPhone(phone),
    language: languageOf(language),
  }
}

/** Once a minute is enough to measure idleness, and saves a write on most pages. */
async function noteSeen({ sessionId }: { sessionId: string }, { db }: { db: Database }): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: sql`service_now()` })
    .where(and(eq(sessions.id, sessionId), sql`${sessions.lastSeenAt} < service_now() - interval '1 minute'`))
}

/** Ends a session by its secret: signing out. Ending it again changes nothing. */
export async function endSession(secret: string, { db }: { db: Queryable }): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: sql`service_now()`, endedReason: 'signed-out' })
    .where(and(eq(sessions.secretDigest, secretDigest(secret)), isNull(sessions.endedAt)))
}
