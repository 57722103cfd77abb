import { randomInt, randomUUID } from 'node:crypto'
import { personalLookup } from '@/db/personal-data'
import { sessions, staff, staffOffices } from '@/db/schema'
import { acceptApplication } from '@/lib/applications'
import { aCompleteApplication, aDraft, aResident } from '@/lib/applications/drafts/testing'
import type { ResidentViewer, StaffRole, StaffViewer } from '@/lib/identity'
import { residentIdCheckCharacter } from '@/lib/identity/rules/resident-id-number'
import { type Database, serviceNow } from '@/lib/platform/database'

/** The office of most tests: 黄石港街道. */
export const testOffice = '420202006'

/** A resident ID number that nobody has, valid by GB 11643. */
export function anIdNumber(): string {
  const digits = (below: number, length: number) => String(randomInt(1, below)).padStart(length, '0')
  const first17 = `42020219${randomInt(80, 99)}${digits(13, 2)}${digits(29, 2)}${digits(1_000, 3)}`
  return `${first17}${residentIdCheckCharacter(first17)}`
}

/** A member of staff of a test, as a signed-in viewer; no password opens the account. */
export async function aStaffMember(
  db: Database,
  {
    role = 'officer',
    officeCodes = [testOffice],
    idNumber,
  }: { role?: StaffRole; officeCodes?: string[]; idNumber?: string } = {},
): Promise<StaffViewer> {
  const name = `${role}-${randomUUID()}`
  const idNumberLookup = idNumber ? personalLookup({ kind: 'id-number', value: idNumber }) : null
  const [member] = await db
    .insert(staff)
    .values({ signInName: name, staffNumber: name, name: '经办人', idNumberLookup, role, passwordHash: '-' })
    .returning({ id: staff.id })
  if (!member) throw new Error('the member of staff was not kept')
  if (officeCodes.length > 0) {
    await db.insert(staffOffices).values(officeCodes.map(officeCode => ({ staffId: member.id, officeCode })))
  }
  return {
    kind: 'staff',
    sessionId: randomUUID(),
    staffId: member.id,
    role,
    name: '经办人',
    staffNumber: name,
    officeCodes,
    idNumberLookup,
  }
}

/** The session of this member of staff, who shows their second factor whenever they are asked, at any time. */
export async function whoShowsFactor(db: Database, viewer: StaffViewer): Promise<StaffViewer> {
  const secondFactorAt = new Date('2100-01-01T00:00:00+08:00')
  const { sessionId: id, staffId } = viewer
  await db.insert(sessions).values({ id, staffId, secondFactorAt, secretDigest: id })
  return viewer
}

export type TestCase = { id: string; reference: string; resident: ResidentViewer }

/** An application as its resident submits it, accepted at the service's present. */
export async function anAcceptedCase(
  db: Database,
  {
    officeCode = testOffice,
    idNumber = anIdNumber(),
    withOtherParent = false,
  }: { officeCode?: string; idNumber?: string; withOtherParent?: boolean } = {},
): Promise<TestCase> {
  const resident = await aResident(db)
  const id = await aDraft(db, { viewer: resident })
  const complete = aCompleteApplication({ withOtherParent })
  const application = {
    ...complete,
    applicant: { ...complete.applicant, document: { ...complete.applicant.document, number: idNumber } },
    address: { ...complete.address, officeCode },
  }
  const codeConfirmedAt = await serviceNow(db)
  const { reference } = await db.transaction(transaction =>
    acceptApplication(transaction, {
      draftId: id,
      residentId: resident.residentId,
      application,
      codeConfirmedAt,
    }),
  )
  return { id, reference, resident }
}
