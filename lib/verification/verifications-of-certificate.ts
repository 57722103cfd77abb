import { desc, eq } from 'drizzle-orm'
import { verifications } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import type { VerificationChannel } from './find-for-verification'

export type PastVerification = { at: Date; channel: VerificationChannel; purpose: string | null }

/** When and by which door a certificate was checked, newest first: its holder sees this list. */
export async function verificationsOfCertificate(
  db: Queryable,
  { certificateId }: { certificateId: string },
): Promise<PastVerification[]> {
  return db
    .select({ at: verifications.at, channel: verifications.channel, purpose: verifications.purpose })
    .from(verifications)
    .where(eq(verifications.certificateId, certificateId))
    .orderBy(desc(verifications.id))
    .limit(100)
}
