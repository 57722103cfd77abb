import NextAuth from 'next-auth'
import { authOptions } from '@/app/_session/auth-options'
import { isFromOurPage } from '@/app/_session/our-page'
import { guardedRoute } from '@/app/api/guarded-route'
import { problem } from '@/app/api/problem'

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own endpoints. The options are made at the first request: a build knows no environment. */
async function handle(request: Request, context: Context): Promise<Response> {
  return guardedRoute('answering for next-auth', async () => {
    if (request.method === 'POST' && !isFromOurPage(request)) {
      return problem({ type: 'invalid-request', detail: 'Send it from a page of this service' })
    }
    if (!(await isWhole(request.clone())))
      return problem({ type: 'invalid-request', detail: 'Send whole JSON' })
    return NextAuth(authOptions())(request, context)
  })(request)
}

/** next-auth takes any body that calls itself JSON at its word. */
async function isWhole(request: Request): Promise<boolean> {
  if (!request.headers.get('content-type')?.includes('application/json')) return true
  try {
    const body: unknown = await request.json()
    return typeof body === 'object' && body !== null && !Array.isArray(body)
  } catch {
    return false
  }
}

export { handle as GET, handle as POST }
