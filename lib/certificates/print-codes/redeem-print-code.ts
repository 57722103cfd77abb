import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { applications, certificates, printCodes } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { recordEvent } from '@/lib/applications'
import { notifyResident } from '@/lib/notifications'
import type { Database } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import type { Certificate } from '../write-certificate'
import { digestOf } from './make-print-code'
import { readPrintCode } from './print-code'

/** Ten tries in ten minutes from one address, two hundred from everywhere: guessing one of 800 thousand million is hopeless. */
const limits = [
  { kind: 'print-address', limit: 10 },
  { kind: 'print-all', limit: 200 },
] as const
const WINDOW_SECONDS = 600

export type RedeemPrintCodeFailure = 'digits-missing' | 'word-missing' | 'no-such-code' | 'limit-reached'

/**
 * Takes a print code and gives the certificate to print, once. A code that is wrong, used or too old is the same
 * answer, and what was typed in the wrong form uses up no try. The holder is told.
 */
export async function redeemPrintCode(
  { digits, word, address }: { digits: string; word: string; address: string },
  { db }: { db: Database },
): Promise<Result<Certificate, RedeemPrintCodeFailure>> {
  const code = readPrintCode({ digits, word })
  if (!code.ok) return code
  for (const { kind, limit } of limits) {
    const bucket = { kind, value: kind === 'print-all' ? '' : address }
    const taken = await takeFromLimit({ bucket, limit, windowSeconds: WINDOW_SECONDS }, { db })
    if (!taken.ok) return failed('limit-reached', taken.details)
  }
  return db.transaction(async transaction => {
    const [used] = await transaction
      .update(printCodes)
      .set({ usedAt: serviceNowSql })
      .where(
        and(
          eq(printCodes.digest, digestOf(code.value)),
          isNull(printCodes.usedAt),
          gt(printCodes.expiresAt, sql`service_now()`),
        ),
      )
      .returning({ certificateId: printCodes.certificateId })
    if (!used) return failed('no-such-code')
    const [row] = await transaction
      .select({ certificate: certificates, application: applications })
      .from(certificates)
      .innerJoin(applications, eq(applications.id, certificates.applicationId))
      .where(eq(certificates.id, used.certificateId))
    if (!row) throw new Error('a print code belongs to a certificate')
    const { application, certificate } = row
    await recordEvent(transaction, {
      application,
      name: 'certificate-printed-by-code',
      from: application.status,
      to: application.status,
      by: { kind: 'system' },
    })
    await notifyResident(transaction, { application, template: 'certificate-printed-by-code' })
    return done(certificate)
  })
}
