import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { printCodes } from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'
import { type Database, serviceNow } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { findOwnCertificate } from '../find-certificate'
import { newPrintCode, type PrintCode } from './print-code'

const VALID_MINUTES = 10
const CODES_AN_HOUR = 6

export type MakePrintCodeFailure = 'certificate-not-found' | 'no-longer-valid' | 'limit-reached'

/** The keyed digest of a code: the code itself is never stored. */
export function digestOf({ digits, word }: PrintCode): string {
  return personalLookup({ kind: 'one-time-code', value: `print\0${digits}\0${word}` })
}

/** Makes a code with which one's own certificate is printed once within ten minutes, anywhere, without signing in. */
export async function makePrintCode(
  { number, viewer }: { number: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<PrintCode & { expiresAt: Date }, MakePrintCodeFailure>> {
  const own = await findOwnCertificate(db, { number, viewer })
  if (!own) return failed('certificate-not-found')
  if (own.certificate.status !== 'valid') return failed('no-longer-valid')
  const bucket = { kind: 'print-code', value: own.certificate.id }
  const taken = await takeFromLimit({ bucket, limit: CODES_AN_HOUR, windowSeconds: 3_600 }, { db })
  if (!taken.ok) return failed('limit-reached', taken.details)
  const code = newPrintCode()
  const madeAt = await serviceNow(db)
  const expiresAt = new Date(madeAt.getTime() + VALID_MINUTES * 60_000)
  await db.insert(printCodes).values({
    certificateId: own.certificate.id,
    digest: digestOf(code),
    madeAt,
    expiresAt,
  })
  return done({ ...code, expiresAt })
}

/** Whether a code of a certificate still waits to be used. */
export async function isPrintCodeOpen(
  { code }: { code: PrintCode },
  { db }: { db: Database },
): Promise<boolean> {
  const rows = await db
    .select({ id: printCodes.id })
    .from(printCodes)
    .where(
      and(
        eq(printCodes.digest, digestOf(code)),
        isNull(printCodes.usedAt),
        gt(printCodes.expiresAt, sql`service_now()`),
      ),
    )
  return rows.length > 0
}
