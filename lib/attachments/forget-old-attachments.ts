import { inArray, sql } from 'drizzle-orm'
import { applications, attachments } from '@/db/schema'
import type { Database } from '@/lib/platform/database'

/** Until a court can no longer be asked: six months after the end of the case (行政诉讼法 art. 46). */
const keptMonths = 6
/** In one night, so that no statement runs long. */
const mostAtOnce = 500

/** Deletes what was shown in cases that ended long ago; nothing else refers to it. */
export async function forgetOldAttachments({ db }: { db: Database }): Promise<number> {
  const old = db
    .select({ id: attachments.id })
    .from(attachments)
    .innerJoin(applications, sql`${applications.id} = ${attachments.applicationId}`)
    .where(sql`${applications.endedAt} < service_now() - make_interval(months => ${keptMonths})`)
    .limit(mostAtOnce)
  const forgotten = await db
    .delete(attachments)
    .where(inArray(attachments.id, old))
    .returning({ id: attachments.id })
  return forgotten.length
}
