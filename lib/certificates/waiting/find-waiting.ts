import { asc, isNull } from 'drizzle-orm'
import { waitingCertificates } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'

export type WaitingCertificate = Pick<
  typeof waitingCertificates.$inferSelect,
  'reference' | 'characters' | 'since'
>

/** The certificates that wait for a character no font of ours draws, the longest wait first. */
export async function certificatesWaiting(db: Queryable): Promise<WaitingCertificate[]> {
  const { reference, characters, since } = waitingCertificates
  return db
    .select({ reference, characters, since })
    .from(waitingCertificates)
    .where(isNull(waitingCertificates.issuedAt))
    .orderBy(asc(since))
}
