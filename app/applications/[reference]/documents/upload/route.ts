import { service } from '@/app/_service'
import { isFromOurPage } from '@/app/_session/our-page'
import { currentViewer } from '@/app/_session/viewer'
import { guardedRoute } from '@/app/api/guarded-route'
import { addAttachment, LARGEST_FILE } from '@/lib/attachments'
import { applicationAddress } from '../../../_parts/addresses'
import type { UploadProblem } from '../problems'
import { readUpload } from './read-upload'

type Parameters = { params: Promise<{ reference: string }> }

/** POST: one file from the page of documents, which it leads back to. A route, since actions take no large bodies. */
export async function POST(request: Request, { params }: Parameters): Promise<Response> {
  const { reference } = await params
  return guardedRoute('receiving an upload', asked => receive(asked, decoded(reference)))(request)
}

async function receive(request: Request, reference: string): Promise<Response> {
  const page = applicationAddress({ reference, page: 'documents' })
  if (!isFromOurPage(request)) return back(page, { problem: 'not-our-page' })
  const viewer = await currentViewer()
  if (viewer?.kind !== 'resident') return seeOther(`/sign-in?${new URLSearchParams({ back: page })}`)
  const upload = await readUpload(request, { largestFile: LARGEST_FILE })
  if (!upload.ok) return back(page, { problem: upload.failure })
  const { field, file } = upload.value
  const added = await addAttachment({ reference, viewer, field, file }, service())
  return back(page, added.ok ? { done: 'added' } : { problem: added.failure, field })
}

function back(page: string, query: { problem?: UploadProblem; done?: 'added'; field?: string }): Response {
  return seeOther(`${page}?${new URLSearchParams(query)}`)
}

function seeOther(Location: string): Response {
  return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'no-store' } })
}

/** What cannot be decoded names no case. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
