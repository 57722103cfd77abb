import type { NextRequest } from 'next/server'
import { keepChoice } from '@/app/_language/keep-choice'
import { TEXT_SIZE_COOKIE, textSizeFor } from '@/app/_language/text-size'

export async function GET(request: NextRequest): Promise<Response> {
  const value = textSizeFor(request.nextUrl.searchParams.get('to'))
  return keepChoice({ request, cookie: TEXT_SIZE_COOKIE, value })
}
