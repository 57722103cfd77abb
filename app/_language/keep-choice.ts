import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import { wayBack } from './way-back'

const ONE_YEAR_IN_SECONDS = 365 * 24 * 60 * 60

/** Keeps a choice of how to read the pages in a cookie for a year. */
export async function rememberChoice({
  cookie,
  value,
  secure,
}: {
  cookie: string
  value: string
  secure: boolean
}): Promise<void> {
  const cookieJar = await cookies()
  cookieJar.set(cookie, value, {
    maxAge: ONE_YEAR_IN_SECONDS,
    sameSite: 'lax',
    httpOnly: true,
    path: '/',
    secure,
  })
}

/** Keeps a choice of how to read the pages in a cookie for a year (`value` null: keep nothing), then returns by 303. */
export async function keepChoice({
  request,
  cookie,
  value,
}: {
  request: NextRequest
  cookie: string
  value: string | null
}): Promise<Response> {
  if (value !== null) {
    await rememberChoice({ cookie, value, secure: request.nextUrl.protocol === 'https:' })
  }
  const location = wayBack({
    asked: request.nextUrl.searchParams.get('back'),
    referer: request.headers.get('referer'),
    host: request.headers.get('host'),
  })
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
}
