import { accessAlerts } from '@/db/schema'
import { aStaffMember } from '@/db/testing/test-cases'
import { requestExport } from '@/lib/audit'
import type { ResidentViewer, StaffViewer } from '@/lib/identity'
import { type Database, serviceNow } from '@/lib/platform/database'
import { askInOwnWords } from '@/lib/privacy'

/** What waits in the auditors' room: an alert, somebody else's export, and a resident's request. */
export async function makeOversight(
  db: Database,
  { watched, resident }: { watched: StaffViewer; resident: ResidentViewer },
): Promise<void> {
  const now = await serviceNow(db)
  const { staffId } = watched
  await db
    .insert(accessAlerts)
    .values({ rule: 'after-hours', staffId, span: '2026-11-24', looks: 4, firstAt: now, lastAt: now })
  const asking = await aStaffMember(db, { role: 'auditor', officeCodes: [] })
  const filter = { reference: null, staffNumber: null, action: null, from: null, until: null }
  await requestExport(
    { viewer: asking, filter, format: 'csv', reason: '季度检查，给法制科看，看完销毁' },
    { db },
  )
  await askInOwnWords({ viewer: resident, text: '请解释怎样使用我的信息' }, { db })
}
