import { and, eq, isNull, or, type SQL } from 'drizzle-orm'
import { applications } from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'

/** `mayReadApplication` as a condition of a query: sent by this resident, or by a proxy for them, and not erased. */
export function isOwn({ residentId }: Pick<ResidentViewer, 'residentId'>): SQL | undefined {
  const isTheirs = or(
    eq(applications.residentId, residentId),
    eq(applications.principalResidentId, residentId),
  )
  return and(isTheirs, isNull(applications.erasedAt))
}
