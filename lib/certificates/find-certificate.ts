import { and, desc, eq } from 'drizzle-orm'
import { applications, certificates } from '@/db/schema'
import { isOwn } from '@/lib/applications'
import type { ResidentViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import type { Certificate } from './write-certificate'

/** A certificate of one's own by its number, in whatever version or status; null for anybody else's. */
export async function findOwnCertificate(
  db: Queryable,
  { number, viewer }: { number: string; viewer: ResidentViewer },
): Promise<{ certificate: Certificate; reference: string } | null> {
  const [row] = await db
    .select({ certificate: certificates, reference: applications.reference })
    .from(certificates)
    .innerJoin(applications, eq(applications.id, certificates.applicationId))
    .where(and(eq(certificates.number, number), isOwn(viewer)))
  return row ? { certificate: row.certificate, reference: row.reference ?? '' } : null
}

/** The newest certificate of a case. */
export async function findCertificateOfCase(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<Certificate | null> {
  const [certificate] = await db
    .select()
    .from(certificates)
    .where(eq(certificates.applicationId, applicationId))
    .orderBy(desc(certificates.version))
    .limit(1)
  return certificate ?? null
}

/** Every version ever issued in a case, newest first; each stays retrievable by its holder. */
export async function versionsOfCase(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<Pick<Certificate, 'number' | 'version' | 'status' | 'issuedOn'>[]> {
  return db
    .select({
      number: certificates.number,
      version: certificates.version,
      status: certificates.status,
      issuedOn: certificates.issuedOn,
    })
    .from(certificates)
    .where(eq(certificates.applicationId, applicationId))
    .orderBy(desc(certificates.version))
}
