import { and, desc, isNotNull } from 'drizzle-orm'
import { applications } from '@/db/schema'
import { isOwn } from '@/lib/applications'
import type { ResidentViewer } from '@/lib/identity'
import { type Queryable, serviceNow } from '@/lib/platform/database'
import { copyOfAccount, copyOfDrafts, copyOfNotifications, copyOfRequests } from './copy-of-account'
import { copyOfCase } from './copy-of-case'

export type CopyOfEverything = Awaited<ReturnType<typeof copyOfEverything>>

/**
 * All that the service holds about a resident, for them to take along (个人信息保护法 art. 45). Instants are in UTC,
 * days are civil dates; the names of the fields are part of what is promised and only ever grow.
 */
export async function copyOfEverything(db: Queryable, { viewer }: { viewer: ResidentViewer }) {
  const own = await db
    .select()
    .from(applications)
    .where(and(isOwn(viewer), isNotNull(applications.reference)))
    .orderBy(desc(applications.acceptedAt))
  const cases = []
  for (const application of own) cases.push(await copyOfCase(db, application))
  const [madeAt, account, drafts, notifications, requests] = await Promise.all([
    serviceNow(db),
    copyOfAccount(db, viewer),
    copyOfDrafts(db, viewer),
    copyOfNotifications(db, viewer),
    copyOfRequests(db, viewer),
  ])
  return {
    format: 'personal-data-copy-v1',
    madeAt,
    account,
    drafts,
    applications: cases,
    notifications,
    requests,
  }
}
