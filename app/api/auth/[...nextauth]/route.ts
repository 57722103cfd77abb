import NextAuth from 'next-auth'
import { authOptions } from '@/app/_session/auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own endpoints. The options are made at the first request: a build knows no environment. */
async function handle(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context)
}

export { handle as GET, handle as POST }
