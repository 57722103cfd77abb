import { service } from '@/app/_service'
import { clientAddress } from '@/app/_session/client-address'
import { isFromOurPage } from '@/app/_session/our-page'
import { guardedRoute } from '@/app/api/guarded-route'
import { readBody } from '@/app/api/read-body'
import { redeemPrintCode } from '@/lib/certificates'
import { paperOfCertificate } from '@/lib/certificates/paper'
import { everyFailure } from '@/lib/platform/result'

const LARGEST_FORM = 4_096

/** POST /print/certificate.pdf: the one certificate that a print code opens, once, with nothing kept in the browser. */
export const POST = guardedRoute('printing by a code', async request => {
  if (!isFromOurPage(request)) return seeOther('/problem?because=not-our-page')
  const body = await readBody({ request, largest: LARGEST_FORM })
  const form = new URLSearchParams(body ? Buffer.from(body).toString('utf8') : '')
  const redeemed = await redeemPrintCode(
    { digits: form.get('digits') ?? '', word: form.get('word') ?? '', address: await clientAddress() },
    service(),
  )
  if (!redeemed.ok) {
    const because = everyFailure(redeemed).map(({ failure }) => ['because', failure])
    return seeOther(`/print?${new URLSearchParams(because)}`)
  }
  const paper = await paperOfCertificate(redeemed.value, service())
  return new Response(new Uint8Array(paper), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${redeemed.value.number}.pdf"`,
      'Cache-Control': 'no-store',
    },
  })
})

/** Reloading the printed page leads back to the form, since its code is used up. */
export function GET(): Response {
  return seeOther('/print')
}

function seeOther(Location: string): Response {
  return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'no-store' } })
}
