import { and, eq, sql } from 'drizzle-orm'
import { assistedPrints, certificates } from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import type { Certificate } from '../write-certificate'

/** Long enough for a printer that jams, short enough that nobody comes back for the file tomorrow. */
const OPEN_FOR = sql`interval '10 minutes'`

/** The certificate of a print that this officer was allowed within the last ten minutes; null for anybody else's. */
export async function findAssistedPrint(
  db: Queryable,
  { id, viewer }: { id: string; viewer: StaffViewer },
): Promise<Certificate | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const [row] = await db
    .select({ certificate: certificates })
    .from(assistedPrints)
    .innerJoin(certificates, eq(certificates.id, assistedPrints.certificateId))
    .where(
      and(
        eq(assistedPrints.id, id),
        eq(assistedPrints.staffId, viewer.staffId),
        eq(certificates.status, 'valid'),
        sql`${assistedPrints.at} > service_now() - ${OPEN_FOR}`,
      ),
    )
  return row?.certificate ?? null
}
