import { service } from '@/app/_service'
import { isFromOurPage } from '@/app/_session/our-page'
import { requireStaff } from '@/app/_session/viewer'
import { guardedRoute } from '@/app/api/guarded-route'
import { problem } from '@/app/api/problem'
import { takeExport } from '@/lib/audit'
import { activeSigningKey } from '@/lib/certificates'
import { civilDateIn } from '@/lib/platform/civil-date'
import { serviceNow } from '@/lib/platform/database'
import { auditPages } from '../../../_room/addresses'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type Parameters = { params: Promise<{ id: string }> }

/** POST /staff/audit/exports/{id}/file: the file of an allowed export, once, for whoever asked for it. */
export async function POST(request: Request, { params }: Parameters): Promise<Response> {
  const { id } = await params
  return guardedRoute('taking an export of the log', () => fileOf({ request, id }))(request)
}

/** Reloading leads back to the list, since the file is taken once. */
export function GET(): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: auditPages.exports, 'Cache-Control': 'no-store' },
  })
}

async function fileOf({ request, id }: { request: Request; id: string }): Promise<Response> {
  if (!isFromOurPage(request)) {
    return problem({ type: 'not-found', detail: 'Take an export from its page' })
  }
  const viewer = await requireStaff({ back: auditPages.exports })
  const { db } = service()
  const taken = await db.transaction(async transaction =>
    takeExport(transaction, { viewer, id, key: await activeSigningKey(transaction) }),
  )
  if (!taken.ok)
    return problem({ type: 'not-found', detail: 'No export was allowed to you here, or it was taken' })
  const { file, format } = taken.value
  const day = civilDateIn({ instant: await serviceNow(db) })
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="audit-${day}.${format}"`,
      'Cache-Control': 'no-store',
    },
  })
}
