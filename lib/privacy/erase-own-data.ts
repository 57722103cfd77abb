import { sql } from 'drizzle-orm'
import type { ResidentViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { keepRequest } from './keep-request'
import { ownRecords } from './own-records'
import { type WhyAccountStays, whyAccountStays } from './why-account-stays'

export type ErasedOwnData = {
  /** How many cases went, and how many stay. */
  erased: number
  kept: number
  account: boolean
  /** Why the account stays although it was to go; nothing where nobody asked for that. */
  accountStays: WhyAccountStays[]
}

/**
 * Erases whatever of a resident no law has kept, at once (个人信息保护法 art. 47), and the account with it where
 * nothing is left that needs one and the resident wants that. What stays is told with its law and its day, and
 * an account that stays with what stands in its way.
 */
export async function eraseOwnData(
  { viewer, alsoAccount }: { viewer: ResidentViewer; alsoAccount: boolean },
  { db }: { db: Database },
): Promise<Result<ErasedOwnData, 'nothing-to-erase' | 'account-stays'>> {
  return db.transaction(async transaction => {
    const records = await ownRecords(transaction, { viewer })
    const toErase = records.filter(({ whyKept }) => whyKept === null)
    const accountStays = alsoAccount ? await whyAccountStays(transaction, { viewer, records }) : []
    const accountGoes = alsoAccount && accountStays.length === 0
    if (toErase.length === 0 && !accountGoes) {
      return failed(alsoAccount ? 'account-stays' : 'nothing-to-erase')
    }
    for (const { id } of toErase) {
      await transaction.execute(sql`select erase_case(${id}::uuid, ${viewer.residentId}::uuid)`)
    }
    const details = { erased: toErase.length, kept: records.length - toErase.length }
    await keepRequest(transaction, { viewer, request: { kind: 'erase', details } })
    if (!accountGoes) return done({ ...details, account: false, accountStays })
    const [row] = await transaction.execute<{ erased: boolean }>(
      sql`select erase_account(${viewer.residentId}::uuid, true) as erased`,
    )
    // A request that came in meanwhile holds it after all: what is erased stays erased, and the page says so.
    const whatCameIn = row?.erased ? [] : await whyAccountStays(transaction, { viewer })
    return done({ ...details, account: whatCameIn.length === 0, accountStays: whatCameIn })
  })
}
