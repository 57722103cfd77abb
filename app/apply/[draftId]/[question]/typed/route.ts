import { namesAsPrinted } from '@/app/_names/printed-name'
import { service } from '@/app/_service'
import { typedValues } from '@/app/_session/guarded-action'
import { isFromOurPage } from '@/app/_session/our-page'
import { residentAt } from '@/app/_session/viewer'
import { guardedRoute } from '@/app/api/guarded-route'
import { answer } from '@/app/api/problem'
import { isQuestionName, saveAnswer } from '@/lib/applications'
import { applyAddress } from '../../../_parts/addresses'

type Parameters = { params: Promise<{ draftId: string; question: string }> }

/** POST: what was typed so far, saved while somebody types, and how its names print. A route, since actions of a page wait for each other. */
export async function POST(request: Request, { params }: Parameters): Promise<Response> {
  const place = await params
  return guardedRoute('saving while somebody types', asked => keep(asked, place))(request)
}

type WhyNotKept = 'not-our-page' | 'signed-out' | 'unreadable' | 'nothing-there' | 'changed-meanwhile'
const statuses: Record<WhyNotKept, number> = {
  'not-our-page': 403,
  'signed-out': 401,
  unreadable: 422,
  'nothing-there': 404,
  'changed-meanwhile': 409,
}

async function keep(
  request: Request,
  { draftId, question }: Awaited<Parameters['params']>,
): Promise<Response> {
  if (!isFromOurPage(request)) return notKept('not-our-page')
  const viewer = await residentAt(applyAddress({ draftId }))
  if (!viewer) return notKept('signed-out')
  if (!isQuestionName(question)) return notKept('nothing-there')
  const form = await request.formData().catch(() => null)
  const unchangedSince = new Date(Number(form?.get('savedAt') ?? Number.NaN))
  if (!form || Number.isNaN(unchangedSince.getTime())) return notKept('unreadable')
  const typed = typedValues(form)
  const saved = await saveAnswer({ draftId, viewer, question, typed, unchangedSince }, service())
  if (saved.ok) {
    return answer({ savedAt: saved.value.savedAt.getTime(), names: await namesAsPrinted(typed) })
  }
  return notKept(saved.failure === 'changed-meanwhile' ? 'changed-meanwhile' : 'nothing-there')
}

function notKept(why: WhyNotKept): Response {
  return answer({ why }, { status: statuses[why] })
}
