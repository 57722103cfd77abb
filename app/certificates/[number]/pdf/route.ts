import { service } from '@/app/_service'
import { currentViewer } from '@/app/_session/viewer'
import { guardedRoute } from '@/app/api/guarded-route'
import { problem } from '@/app/api/problem'
import { findOwnCertificate, readCertificateNumber } from '@/lib/certificates'
import { paperOfCertificate } from '@/lib/certificates/paper'

type Parameters = { params: Promise<{ number: string }> }

/** GET /certificates/{number}.pdf: one's own certificate to print, in whatever version or status. */
export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  const { number } = await params
  return guardedRoute('printing a certificate', () => paperOf(number))(request)
}

async function paperOf(typed: string): Promise<Response> {
  const viewer = await currentViewer()
  if (viewer?.kind !== 'resident') return signInFirst(`/certificates/${typed}.pdf`)
  const number = readCertificateNumber(typed)
  const own = number.ok ? await findOwnCertificate(service().db, { number: number.value, viewer }) : null
  if (!own) return problem({ type: 'not-found', detail: 'You have no certificate with this number' })
  const paper = await paperOfCertificate(own.certificate, service())
  return new Response(new Uint8Array(paper), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${own.certificate.number}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

function signInFirst(back: string): Response {
  const Location = `/sign-in?${new URLSearchParams({ back })}`
  return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'no-store' } })
}
