import { service } from '@/app/_service'
import { requireStaff } from '@/app/_session/viewer'
import { exportLog } from '@/lib/audit'
import { activeSigningKey } from '@/lib/certificates'
import { civilDateIn } from '@/lib/platform/civil-date'
import { serviceNow } from '@/lib/platform/database'
import { guardedRoute } from '../../../api/guarded-route'
import { problem } from '../../../api/problem'
import { logAddress, readLogQuery } from '../_log/log-query'

/** GET /staff/audit/export: what the auditor's search finds, as a CSV that carries its own signature. */
export const GET = guardedRoute('exporting the log', async request => {
  const { filter } = readLogQuery(Object.fromEntries(new URL(request.url).searchParams))
  const viewer = await requireStaff({ back: logAddress({ filter }) })
  const { db } = service()
  const exported = await db.transaction(async transaction =>
    exportLog(transaction, { viewer, filter, key: await activeSigningKey(transaction) }),
  )
  if (!exported.ok) return problem({ type: 'not-found', detail: 'There is no log for your role here' })
  const day = civilDateIn({ instant: await serviceNow(db) })
  return new Response(exported.value.csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${day}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
})
