import { createHash } from 'node:crypto'

/**
 * Something published for everybody, that caches keep for so many seconds. Who has it already, as its ETag
 * tells, is sent nothing again. Pages of other sites may read it, too.
 */
export function publishedAnswer({
  request,
  body,
  type,
  seconds,
}: {
  request: Request
  body: string
  type: string
  seconds: number
}): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Cache-Control': `public, max-age=${seconds}`,
    ETag: tag,
    'Access-Control-Allow-Origin': '*',
  }
  const known = request.headers.get('if-none-match') ?? ''
  if (known === '*' || known.split(',').some(one => one.trim().replace(/^W\//, '') === tag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(body, { headers: { ...headers, 'Content-Type': type } })
}
