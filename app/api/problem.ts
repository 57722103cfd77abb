/** Words of each problem that the API answers; the type is a stable relative reference (RFC 9457 §3.1.1). */
const problems = {
  'invalid-request': { status: 422, title: 'The request does not have the form that this address expects' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'body-too-large': { status: 413, title: 'The body is larger than this address accepts' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'service-unavailable': { status: 503, title: 'The service cannot do its job at the moment' },
  unexpected: { status: 500, title: 'Something unexpected went wrong' },
} as const

export type ProblemType = keyof typeof problems

/** A problem document (RFC 9457). `detail` is a sentence for a developer and never repeats personal data. */
export function problem({
  type,
  detail,
  headers = {},
}: {
  type: ProblemType
  detail: string
  headers?: Record<string, string>
}): Response {
  const { status, title } = problems[type]
  return new Response(JSON.stringify({ type: `/problems/${type}`, title, status, detail }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  })
}

/** A JSON answer that no cache keeps, since it says how things stand now. */
export function answer(
  body: unknown,
  { headers = {}, status = 200 }: { headers?: Record<string, string>; status?: number } = {},
): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}
