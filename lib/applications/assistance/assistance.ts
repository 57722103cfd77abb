import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { assistances, residents } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { recordChange } from '@/lib/audit'
import {
  checkOneTimeCode,
  consumeOneTimeCode,
  maskPhone,
  type PhoneFailure,
  type ResidentViewer,
  readOneTimeCode,
  readPhoneNumber,
  residentOf,
  type StaffViewer,
  sendOneTimeCode,
} from '@/lib/identity'
import { type Language, languageOf } from '@/lib/notifications'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { mayAssist } from './may-assist'

/** Time enough for one application; whoever needs longer asks for a second code. */
const ASSISTANCE_LASTS = sql`interval '1 hour'`

export type AssistanceFailure =
  | 'not-your-role'
  | `phone-${PhoneFailure}`
  | 'too-soon'
  | 'too-many'
  | 'empty-code'
  | 'not-six-digits'
  | 'wrong-code'
  | 'expired'
  | 'no-code'
  | 'used-up'
  | 'frozen'

type Asked = { viewer: StaffViewer; phone: string; language: Language }

/** Sends the resident at the counter a code, whose words say that an office asks for it to help them apply. */
export async function sendAssistanceCode(
  { viewer, phone: typed, language }: Asked,
  { db }: { db: Database },
): Promise<Result<null, AssistanceFailure>> {
  if (!mayAssist(viewer)) return failed('not-your-role')
  const phone = readPhoneNumber(typed)
  if (!phone.ok) return failed(`phone-${phone.failure}`)
  const sent = await sendOneTimeCode({ purpose: 'be-assisted', phone: phone.value, language }, { db })
  return sent.ok ? done(null) : sent
}

/**
 * Lets a member of staff fill in the form for a resident who stands before them, with the code that only the
 * resident can have read. It opens the form and nothing else of theirs, for an hour, and is logged.
 */
export async function startAssistance(
  { viewer, phone: typed, language, code: typedCode }: Asked & { code: string },
  { db }: { db: Database },
): Promise<Result<null, AssistanceFailure>> {
  const [officeCode] = viewer.officeCodes
  if (!mayAssist(viewer) || officeCode === undefined) return failed('not-your-role')
  const phone = readPhoneNumber(typed)
  if (!phone.ok) return failed(`phone-${phone.failure}`)
  const code = readOneTimeCode(typedCode)
  if (!code.ok) return code
  const checked = await checkOneTimeCode(
    { purpose: 'be-assisted', phone: phone.value, code: code.value },
    { db },
  )
  if (!checked.ok) return checked
  return db.transaction(async transaction => {
    const consumed = await consumeOneTimeCode(transaction, checked.value)
    if (!consumed.ok) return consumed
    const { residentId, isFrozen } = await residentOf(transaction, { phone: phone.value, language })
    if (isFrozen) return failed('frozen')
    await end(transaction, viewer)
    await transaction.insert(assistances).values({
      staffId: viewer.staffId,
      sessionId: viewer.sessionId,
      residentId,
      officeCode,
      endsAt: sql`service_now() + ${ASSISTANCE_LASTS}`,
    })
    await recordChange(transaction, { viewer, action: 'resident-assisted', officeCode })
    return done(null)
  })
}

/** The resident whom this session helps right now, as a viewer of the form. */
export async function assistedResident(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<ResidentViewer | null> {
  if (!mayAssist(viewer)) return null
  const [row] = await db
    .select({ resident: residents })
    .from(assistances)
    .innerJoin(residents, eq(residents.id, assistances.residentId))
    .where(and(ofSession(viewer), gt(assistances.endsAt, serviceNow)))
  if (!row) return null
  const { id, phone, language } = row.resident
  const { sessionId, staffId, staffNumber, name } = viewer
  return {
    kind: 'resident',
    sessionId,
    residentId: id,
    phone,
    maskedPhone: maskPhone(phone),
    language: languageOf(language),
    assistedBy: { staffId, staffNumber, name },
  }
}

/** Ends the help; from then on the form is closed to this session. */
export async function endAssistance(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<void> {
  await end(db, viewer)
}

async function end(db: Queryable, viewer: StaffViewer): Promise<void> {
  await db.update(assistances).set({ endedAt: serviceNow }).where(ofSession(viewer))
}

function ofSession({ sessionId, staffId }: StaffViewer) {
  return and(
    eq(assistances.sessionId, sessionId),
    eq(assistances.staffId, staffId),
    isNull(assistances.endedAt),
  )
}
