import { service } from '@/app/_service'
import { currentViewer } from '@/app/_session/viewer'
import { guardedRoute } from '@/app/api/guarded-route'
import { problem } from '@/app/api/problem'
import { findAssistedPrint } from '@/lib/certificates'
import { paperOfCertificate } from '@/lib/certificates/paper'
import { PRINT_PATH } from '../../addresses'

type Parameters = { params: Promise<{ id: string }> }

/** GET /staff/print/{id}/certificate.pdf: the one certificate that this officer was just allowed to print. */
export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  const { id } = await params
  return guardedRoute('printing for a holder', () => paperOf(id))(request)
}

async function paperOf(id: string): Promise<Response> {
  const viewer = await currentViewer()
  if (viewer?.kind !== 'staff') return signInFirst()
  const certificate = await findAssistedPrint(service().db, { id, viewer })
  if (!certificate) return problem({ type: 'not-found', detail: 'This print has ended, or is not yours' })
  const paper = await paperOfCertificate(certificate, service())
  return new Response(new Uint8Array(paper), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${certificate.number}.pdf"`,
      'Cache-Control': 'no-store',
    },
  })
}

function signInFirst(): Response {
  const Location = `/staff/sign-in?${new URLSearchParams({ back: PRINT_PATH })}`
  return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'no-store' } })
}
