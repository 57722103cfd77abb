import { service } from '@/app/_service'
import { currentViewer } from '@/app/_session/viewer'
import { guardedRoute } from '@/app/api/guarded-route'
import { pageNumber, pictureAnswer } from '@/app/api/picture-answer'
import { problem } from '@/app/api/problem'
import { pageForResident } from '@/lib/attachments'
import { applicationAddress } from '../../../../_parts/addresses'

type Parameters = { params: Promise<{ reference: string; document: string; page: string }> }

/** GET: a page of what one has shown oneself; `?small=yes` for the list. */
export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  const where = await params
  return guardedRoute('showing an own attachment', asked => pageOf(asked, where))(request)
}

async function pageOf(request: Request, where: Awaited<Parameters['params']>): Promise<Response> {
  const { reference, document: attachmentId } = where
  const viewer = await currentViewer()
  if (viewer?.kind !== 'resident') {
    const back = applicationAddress({ reference, page: 'documents' })
    const Location = `/sign-in?${new URLSearchParams({ back })}`
    return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'no-store' } })
  }
  const size = new URL(request.url).searchParams.get('small') === 'yes' ? 'small' : 'whole'
  const page = pageNumber(where.page)
  const picture = await pageForResident({ reference, attachmentId, page, size, viewer }, service())
  if (!picture) return problem({ type: 'not-found', detail: 'You have shown nothing under this address' })
  return pictureAnswer({ picture, page })
}
