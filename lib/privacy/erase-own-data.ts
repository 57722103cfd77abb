import { sql } from 'drizzle-orm'
import type { ResidentViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { keepRequest } from './keep-request'
import { ownRecords } from './own-records'

/**
 * Erases whatever of a resident no law has kept, at once (个人信息保护法 art. 47), and the account with it where
 * nothing is left that needs one and the resident wants that. What stays is told with its law and its day.
 *
 * @returns how many cases went, how many stay, and whether the account went
 */
export async function eraseOwnData(
  { viewer, alsoAccount }: { viewer: ResidentViewer; alsoAccount: boolean },
  { db }: { db: Database },
): Promise<Result<{ erased: number; kept: number; account: boolean }, 'nothing-to-erase'>> {
  return db.transaction(async transaction => {
    const records = await ownRecords(transaction, { viewer })
    const toErase = records.filter(({ whyKept }) => whyKept === null)
    const kept = records.length - toErase.length
    if (toErase.length === 0 && !(alsoAccount && kept === 0)) return failed('nothing-to-erase')
    for (const { id } of toErase) {
      await transaction.execute(sql`select erase_case(${id}::uuid, ${viewer.residentId}::uuid)`)
    }
    const details = { erased: toErase.length, kept }
    await keepRequest(transaction, { viewer, request: { kind: 'erase', details } })
    if (!alsoAccount || kept > 0) return done({ ...details, account: false })
    const [row] = await transaction.execute<{ erased: boolean }>(
      sql`select erase_account(${viewer.residentId}::uuid, true) as erased`,
    )
    return done({ ...details, account: row?.erased ?? false })
  })
}
