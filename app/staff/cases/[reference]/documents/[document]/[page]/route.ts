import { guardedRoute } from '@/app/api/guarded-route'
import { pageNumber, pictureAnswer } from '@/app/api/picture-answer'
import { problem } from '@/app/api/problem'
import { pageForStaff } from '@/lib/attachments'
import { service } from '../../../../../../_service'
import { requireStaff } from '../../../../../../_session/viewer'
import { caseAddress } from '../../../../../_parts/addresses'

type Parameters = { params: Promise<{ reference: string; document: string; page: string }> }

/** GET: a page of what an applicant showed, for the office that has the case. That it was looked at is on record. */
export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  const where = await params
  return guardedRoute('showing an attachment', () => pageOf(where))(request)
}

async function pageOf(where: Awaited<Parameters['params']>): Promise<Response> {
  const { reference, document: attachmentId } = where
  const viewer = await requireStaff({ back: caseAddress({ reference, page: 'documents' }) })
  const page = pageNumber(where.page)
  const found = await pageForStaff({ reference, attachmentId, page, size: 'whole', viewer }, service())
  if (!found.ok) return problem({ type: 'not-found', detail: 'There is no such page in a case of yours' })
  return pictureAnswer({ picture: found.value, page })
}
