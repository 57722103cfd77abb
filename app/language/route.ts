import type { NextRequest } from 'next/server'
import { keepChoice } from '@/app/_language/keep-choice'
import { isLanguage, LANGUAGE_COOKIE } from '@/app/_language/languages'

export async function GET(request: NextRequest): Promise<Response> {
  const to = request.nextUrl.searchParams.get('to')
  return keepChoice({ request, cookie: LANGUAGE_COOKIE, value: isLanguage(to) ? to : null })
}
