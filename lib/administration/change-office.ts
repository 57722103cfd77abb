import { eq } from 'drizzle-orm'
import { offices } from '@/db/schema'
import { recordChange } from '@/lib/audit'
import { mayAdministrate, type StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { allOf, demand, done, failed, type Result } from '@/lib/platform/result'

export type OfficeChange = {
  phone: string
  address: string
  opensAt: string
  middayFrom: string
  middayTo: string
  closesAt: string
}

export type OfficeFailure =
  | 'not-your-role'
  | 'office-not-found'
  | 'phone-missing'
  | 'address-missing'
  | 'not-a-time'
  | 'hours-out-of-order'

const hourFields = ['opensAt', 'middayFrom', 'middayTo', 'closesAt'] as const

/**
 * Changes how an office can be reached and when it is open. Clocks that run keep the closing time they were
 * given; those that start, and those that go on after a correction, count by the new hours.
 */
export async function changeOffice(
  { officeCode, viewer, change }: { officeCode: string; viewer: StaffViewer; change: OfficeChange },
  { db }: { db: Database },
): Promise<Result<{ officeCode: string }, OfficeFailure>> {
  if (!mayAdministrate({ viewer })) return failed('not-your-role')
  const asked = allOf(demandsOfOffice(change))
  if (!asked.ok) return asked
  return db.transaction(async transaction => {
    const [before] = await transaction
      .select()
      .from(offices)
      .where(eq(offices.code, officeCode))
      .for('update')
    if (!before) return failed('office-not-found')
    await transaction.update(offices).set(change).where(eq(offices.code, officeCode))
    const hours = (office: OfficeChange) => hourFields.map(field => office[field].slice(0, 5)).join(' ')
    await recordChange(transaction, {
      viewer,
      action: 'office-changed',
      officeCode,
      details: {
        hoursBefore: hours(before),
        hours: hours(change),
        phone: before.phone !== change.phone,
        address: before.address !== change.address,
      },
    })
    return done({ officeCode })
  })
}

/** What is demanded of contact and hours; the order of the hours, once each is a time. */
function demandsOfOffice(change: OfficeChange): Result<true, OfficeFailure>[] {
  const times = hourFields.map(field =>
    demand(/^([01]\d|2[0-3]):[0-5]\d$/.test(change[field]), 'not-a-time', { field }),
  )
  const inOrder =
    change.opensAt < change.middayFrom &&
    change.middayFrom <= change.middayTo &&
    change.middayTo < change.closesAt
  return [
    demand(change.phone !== '', 'phone-missing'),
    demand(change.address !== '', 'address-missing'),
    ...times,
    demand(inOrder || times.some(({ ok }) => !ok), 'hours-out-of-order'),
  ]
}
