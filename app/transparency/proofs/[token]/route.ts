import { service } from '@/app/_service'
import { problem } from '@/app/api/problem'
import { proveNewestEntry, sayProof } from '@/lib/transparency'
import { findAsked } from '@/lib/verification'

type Parameters = { params: Promise<{ token: string }> }

/** GET /transparency/proofs/{token}: a file that proves a certificate's entry in the log without asking us (C2SP tlog-proof). */
export async function GET(_request: Request, { params }: Parameters): Promise<Response> {
  const { token } = await params
  const found = await findAsked({ token }, service())
  const proven = found.ok
    ? await proveNewestEntry({ certificateId: found.value.certificate.id }, service())
    : null
  if (!found.ok || !proven)
    return problem({ type: 'not-found', detail: 'There is no proof for this certificate yet' })
  return new Response(sayProof(proven), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${found.value.certificate.number}.tlog-proof"`,
      'Cache-Control': 'no-store',
    },
  })
}
