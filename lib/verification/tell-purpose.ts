import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { verifications } from '@/db/schema'
import type { Certificate } from '@/lib/certificates'
import type { Database } from '@/lib/platform/database'
import { recordVerification } from './find-for-verification'

/** Who scanned longer ago and says only now what for has been counted as somebody else. */
const SAME_CHECK = sql`interval '30 minutes'`

/**
 * Puts what a check on the page was for beside it, for the holder to read. Nobody is recognised again, so it is
 * put beside the newest check that does not say; where there is none any more, it is a check of its own.
 */
export async function tellPurpose(
  { certificate, purpose }: { certificate: Certificate; purpose: string },
  { db }: { db: Database },
): Promise<void> {
  const newest = db
    .select({ id: verifications.id })
    .from(verifications)
    .where(
      and(
        eq(verifications.certificateId, certificate.id),
        inArray(verifications.channel, ['page', 'number']),
        isNull(verifications.purpose),
        gt(verifications.at, sql`service_now() - ${SAME_CHECK}`),
      ),
    )
    .orderBy(desc(verifications.id))
    .limit(1)
  const told = await db
    .update(verifications)
    .set({ purpose })
    .where(and(inArray(verifications.id, newest), isNull(verifications.purpose)))
    .returning({ id: verifications.id })
  if (told.length === 0) await recordVerification({ certificate, channel: 'page', purpose }, { db })
}
