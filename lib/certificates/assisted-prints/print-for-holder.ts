import { eq, sql } from 'drizzle-orm'
import { applications, assistedPrintReasons, assistedPrints, certificates } from '@/db/schema'
import { type Application, recordEvent } from '@/lib/applications'
import { recordView } from '@/lib/audit'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { demand, done, failed, failedTogether, type Result } from '@/lib/platform/result'
import { isHolder, readDocumentEnding } from '../is-holder'
import { readCertificateNumber } from '../numbers/short-number'
import type { Certificate } from '../write-certificate'

export { assistedPrintReasons }
export type AssistedPrintReason = (typeof assistedPrintReasons)[number]

/** What the officer types: what is on the paper or phone of the person at the counter, and on their ID card. */
export type AskedPrint = { number: string; name: string; lastSix: string; reason: string }
export type AskedPrintFailure = 'number-unreadable' | 'name-missing' | 'not-six-characters' | 'reason-missing'
export type PrintForHolderFailure =
  | AskedPrintFailure
  | 'not-your-role'
  | 'no-office'
  | 'party-to-the-case'
  | 'no-match'
  | 'no-longer-valid'
  | 'limit-reached'

/** Five tries an hour at one certificate, so that nobody finds out six characters; thirty prints an hour at a counter. */
const limits = [
  { kind: 'assisted-print-of-certificate', each: 'certificate', limit: 5 },
  { kind: 'assisted-print', each: 'officer', limit: 30 },
] as const
const WINDOW_SECONDS = 3_600

/**
 * Lets an officer of any office print the certificate of a holder who stands before them, without their case
 * (异地打印). The holder is proven by the ID card in hand; a number that is not there and a person who is not its
 * holder are the same answer. The print is logged with its reason, and the applicant is told.
 *
 * @returns the print, by which its officer opens the file
 */
export async function printForHolder(
  { viewer, ...typed }: AskedPrint & { viewer: StaffViewer },
  { db }: { db: Database },
): Promise<Result<{ id: string }, PrintForHolderFailure>> {
  if (!mayPrintForHolders(viewer)) return failed('not-your-role')
  const [officeCode] = viewer.officeCodes
  if (!officeCode) return failed('no-office')
  const asked = readAskedPrint(typed)
  if (!asked.ok) return asked
  for (const { kind, each, limit } of limits) {
    const value = each === 'certificate' ? asked.value.number : viewer.staffId
    const taken = await takeFromLimit(
      { bucket: { kind, value }, limit, windowSeconds: WINDOW_SECONDS },
      { db },
    )
    if (!taken.ok) return failed('limit-reached', taken.details)
  }
  return db.transaction(async transaction => {
    const found = await findForHolder(transaction, asked.value)
    if (!found) return failed('no-match')
    if (found.certificate.status !== 'valid') return failed('no-longer-valid')
    if (await isParty(transaction, { viewer, application: found.application })) {
      return failed('party-to-the-case')
    }
    return done(await record(transaction, { ...found, viewer, officeCode, reason: asked.value.reason }))
  })
}

/** Whether this role stands at a counter: officers and supervisors of whatever office. */
export function mayPrintForHolders({ role }: Pick<StaffViewer, 'role'>): boolean {
  return role === 'officer' || role === 'supervisor'
}

type ReadPrint = { number: string; name: string; ending: string; reason: AssistedPrintReason }

function readAskedPrint({ number, name, lastSix, reason }: AskedPrint): Result<ReadPrint, AskedPrintFailure> {
  const read = readCertificateNumber(number)
  const ending = readDocumentEnding(lastSix)
  const known = assistedPrintReasons.find(one => one === reason)
  const demands = [
    demand(read.ok, 'number-unreadable'),
    demand(name.trim() !== '', 'name-missing'),
    demand(ending !== null, 'not-six-characters'),
    demand(known !== undefined, 'reason-missing'),
  ]
  if (!read.ok || !ending || !known || demands.some(({ ok }) => !ok)) return failedTogether(demands)
  return done({ number: read.value, name, ending, reason: known })
}

type FoundPrint = { certificate: Certificate; application: Application }

async function findForHolder(
  transaction: Transaction,
  { number, name, ending }: ReadPrint,
): Promise<FoundPrint | null> {
  const [row] = await transaction
    .select({ certificate: certificates, application: applications })
    .from(certificates)
    .innerJoin(applications, eq(applications.id, certificates.applicationId))
    .where(eq(certificates.number, number))
  if (!row) return null
  return (await isHolder(transaction, { certificate: row.certificate, name, ending })) ? row : null
}

/** Nobody serves themselves at the counter, as nobody decides their own case. */
async function isParty(
  transaction: Transaction,
  { viewer, application }: { viewer: StaffViewer; application: Application },
): Promise<boolean> {
  const [row] = await transaction.execute<{ party: boolean }>(
    sql`select staff_is_party(${viewer.staffId}, ${application.id}) as party`,
  )
  return row?.party ?? true
}

async function record(
  transaction: Transaction,
  {
    certificate,
    application,
    viewer,
    officeCode,
    reason,
  }: FoundPrint & { viewer: StaffViewer; officeCode: string; reason: AssistedPrintReason },
): Promise<{ id: string }> {
  const [print] = await transaction
    .insert(assistedPrints)
    .values({ certificateId: certificate.id, staffId: viewer.staffId, officeCode, reason })
    .returning({ id: assistedPrints.id })
  if (!print) throw new Error('a print was not recorded')
  await recordView(transaction, {
    viewer,
    application: { id: application.id, officeCode },
    purpose: `print-${reason}`,
  })
  await recordEvent(transaction, {
    application,
    name: 'certificate-printed-for-holder',
    from: application.status,
    to: application.status,
    by: {
      kind: viewer.role === 'supervisor' ? 'supervisor' : 'officer',
      staffId: viewer.staffId,
      officeCode,
    },
  })
  await notifyResident(transaction, { application, template: 'certificate-printed-for-holder' })
  return print
}
