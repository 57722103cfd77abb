import { eq } from 'drizzle-orm'
import { offices } from '@/db/schema'
import { recordChange } from '@/lib/audit'
import { mayAdministrate, type StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'

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
  const why = whyNotThisOffice(change)
  if (why) return why
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

/** What is wrong with the typed hours or contact, with the field; null if nothing is. */
function whyNotThisOffice(change: OfficeChange) {
  if (!change.phone) return failed('phone-missing' as const)
  if (!change.address) return failed('address-missing' as const)
  const wrong = hourFields.find(field => !/^([01]\d|2[0-3]):[0-5]\d$/.test(change[field]))
  if (wrong) return failed('not-a-time' as const, { field: wrong })
  const inOrder =
    change.opensAt < change.middayFrom &&
    change.middayFrom <= change.middayTo &&
    change.middayTo < change.closesAt
  return inOrder ? null : failed('hours-out-of-order' as const)
}
