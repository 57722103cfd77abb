import { eq } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { phoneChanges, residents } from '@/db/schema'
import type { seenDocuments } from '@/db/schema/phone-changes'
import { recordChange, recordView } from '@/lib/audit'
import type { Language } from '@/lib/notifications'
import type { Database, Queryable, Transaction } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { sendOneTimeCode } from '../one-time-codes'
import type { StaffViewer } from '../sessions'
import { contestedChangeOf, whyMayNotSettle } from './contested-change'
import { type AccountOfPerson, accountOfPerson } from './whose-account'

export type SeenDocument = (typeof seenDocuments)[number]

/** Far more than an office has in an hour; enough to make looking for people by their numbers stand out. */
const asksAnHour = { limit: 20, windowSeconds: 3_600 }

export type PhoneOfPerson = {
  viewer: StaffViewer
  /** As `readIdentityDocument` gives it. */
  idNumber: string
  name: string
  newPhone: string
  documentSeen: SeenDocument
  /** Where one person has several accounts. */
  reference: string | null
  language: Language
  address: string
}

export type AskAtOfficeFailure =
  | 'not-your-role'
  | 'own-account'
  | 'no-account-found'
  | 'several-accounts'
  | 'same-phone'
  | 'needs-supervisor'
  | 'needs-another-person'
  | 'too-many'

/** Officers and supervisors, who have an office where a person can stand before them. */
export function mayChangePhones({ role, officeCodes }: StaffViewer): boolean {
  return (role === 'officer' || role === 'supervisor') && officeCodes.length > 0
}

/**
 * Begins a change of phone for a person at the desk, who has shown a document: a code goes to the new phone.
 * Whose account it is follows from their own applications alone. That the office looked is logged and shown to
 * the applicant; a number and name that match nothing are logged, too.
 */
export async function askForPhoneChangeAtOffice(
  { viewer, idNumber, name, newPhone, documentSeen, reference, language, address }: PhoneOfPerson,
  { db }: { db: Database },
): Promise<Result<{ changeId: string }, AskAtOfficeFailure>> {
  const allowed = await whetherMayAsk({ viewer, idNumber }, { db })
  if (!allowed.ok) return allowed
  const account = await accountOfPerson(db, { idNumber, name, reference })
  if (!account.ok) {
    await db.transaction(transaction =>
      recordChange(transaction, {
        viewer,
        action: 'phone-change-not-matched',
        ...officeOf(viewer),
        details: { documentSeen },
      }),
    )
    return account
  }
  const { residentId, applicationId } = account.value
  const [resident] = await db.select().from(residents).where(eq(residents.id, residentId))
  if (!resident) throw new Error('an account has its resident')
  const refused = await whyNotThisAccount({ viewer, resident, newPhone }, { db })
  if (refused) return failed(refused)
  const sent = await sendOneTimeCode({ purpose: 'take-phone', phone: newPhone, language, address }, { db })
  if (!sent.ok && sent.failure === 'too-many') return failed('too-many', sent.details)
  return db.transaction(async transaction => {
    await recordView(transaction, {
      viewer,
      application: { id: applicationId, officeCode: officeOf(viewer).officeCode },
      purpose: 'change-phone',
    })
    return begin(transaction, { viewer, account: account.value, resident, newPhone, documentSeen })
  })
}

async function begin(
  transaction: Transaction,
  {
    viewer,
    account: { residentId, applicationId },
    resident,
    newPhone,
    documentSeen,
  }: {
    viewer: StaffViewer
    account: AccountOfPerson
    resident: typeof residents.$inferSelect
    newPhone: string
    documentSeen: SeenDocument
  },
): Promise<Result<{ changeId: string }, never>> {
  const [change] = await transaction
    .insert(phoneChanges)
    .values({
      residentId,
      way: 'office',
      oldPhone: resident.phone,
      newPhone,
      staffId: viewer.staffId,
      ...officeOf(viewer),
      documentSeen,
      applicationId,
    })
    .returning({ id: phoneChanges.id })
  if (!change) throw new Error('the change was not kept')
  return done({ changeId: change.id })
}

async function whetherMayAsk(
  { viewer, idNumber }: { viewer: StaffViewer; idNumber: string },
  { db }: { db: Database },
): Promise<Result<null, 'not-your-role' | 'own-account' | 'too-many'>> {
  if (!mayChangePhones(viewer)) return failed('not-your-role')
  if (viewer.idNumberLookup === personalLookup({ kind: 'id-number', value: idNumber })) {
    return failed('own-account')
  }
  const allowed = await takeFromLimit(
    { bucket: { kind: 'phone-changes-at-office', value: viewer.staffId }, ...asksAnHour },
    { db },
  )
  return allowed.ok ? done(null) : failed('too-many', allowed.details)
}

async function whyNotThisAccount(
  {
    viewer,
    resident,
    newPhone,
  }: { viewer: StaffViewer; resident: typeof residents.$inferSelect; newPhone: string },
  { db }: { db: Queryable },
): Promise<'same-phone' | 'needs-supervisor' | 'needs-another-person' | null> {
  if (!resident.frozenAt) return resident.phone === newPhone ? 'same-phone' : null
  const contested = await contestedChangeOf(db, { residentId: resident.id })
  return whyMayNotSettle({ viewer, contested })
}

/** The office at which a member of staff stands for somebody. */
export function officeOf({ officeCodes: [officeCode] }: StaffViewer): { officeCode: string } {
  if (!officeCode) throw new Error('only staff of an office change phones')
  return { officeCode }
}
