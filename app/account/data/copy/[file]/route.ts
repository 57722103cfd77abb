import { getLocale } from 'next-intl/server'
import { service } from '@/app/_service'
import { currentViewer } from '@/app/_session/viewer'
import { guardedRoute } from '@/app/api/guarded-route'
import { problem } from '@/app/api/problem'
import { renderSheets } from '@/lib/certificates/paper'
import { civilDateIn } from '@/lib/platform/civil-date'
import { copyOfEverything, mayFetchCopy, readableCopy } from '@/lib/privacy'
import { dataPages } from '../../addresses'

type Parameters = { params: Promise<{ file: string }> }

/**
 * GET /account/data/copy/{request}.json or .pdf: all that is held about whoever asked, made at this moment; the PDF
 * in the language of the page that leads here.
 */
export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  const { file } = await params
  return guardedRoute('making a copy of personal data', () => copyOf({ file }))(request)
}

async function copyOf({ file }: { file: string }): Promise<Response> {
  const viewer = await currentViewer()
  if (viewer?.kind !== 'resident') {
    const Location = `/sign-in?${new URLSearchParams({ back: dataPages.all })}`
    return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'no-store' } })
  }
  const { db } = service()
  const [requestId = '', format] = file.split('.')
  const isKnown = format === 'json' || format === 'pdf'
  if (!isKnown || !(await mayFetchCopy(db, { viewer, requestId }))) {
    return problem({
      type: 'not-found',
      detail: 'Ask for a copy first; its files can be fetched for an hour',
    })
  }
  const copy = await copyOfEverything(db, { viewer })
  const day = civilDateIn({ instant: copy.madeAt })
  if (format === 'json') {
    return asFile({
      body: JSON.stringify(copy, null, 2),
      type: 'application/json; charset=utf-8',
      day,
      format,
    })
  }
  const pdf = await renderSheets(readableCopy({ copy, language: await getLocale() }))
  return asFile({ body: new Uint8Array(pdf), type: 'application/pdf', day, format })
}

function asFile({
  body,
  type,
  day,
  format,
}: {
  body: string | Uint8Array<ArrayBuffer>
  type: string
  day: string
  format: string
}): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="my-data-${day}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
