import { service } from '@/app/_service'
import { requireStaff } from '@/app/_session/viewer'
import { guardedRoute } from '@/app/api/guarded-route'
import { problem } from '@/app/api/problem'
import { exportsFor, linesOfProof } from '@/lib/audit'
import { auditPages } from '../../../_room/addresses'

type Parameters = { params: Promise<{ id: string }> }

/** GET /staff/audit/exports/{id}/proof: digest and signature of an export that was taken, to check it by. */
export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  const { id } = await params
  return guardedRoute('proving an export of the log', () => proofOf(id))(request)
}

async function proofOf(id: string): Promise<Response> {
  const viewer = await requireStaff({ back: auditPages.exports })
  const listed = await exportsFor({ viewer }, service())
  const found = listed.ok ? listed.value.find(one => one.id === id) : null
  if (!found?.proof) return problem({ type: 'not-found', detail: 'No export was taken here' })
  return new Response(linesOfProof(found.proof), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-export.proof.txt"`,
      'Cache-Control': 'no-store',
    },
  })
}
