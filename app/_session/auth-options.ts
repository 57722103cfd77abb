import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { endSession, longestSessionSeconds, readPhoneNumber, signInResident } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { signInWrittenDown } from '@/lib/platform/security-log'
import { service } from '../_service'
import { sessionCookieName, sessionCookieOptions } from './cookie'

/**
 * next-auth's part: the route under /api/auth and the form of the token. Our pages sign in by their own
 * actions, which work without scripts, call the same command and set the same cookie.
 */
export function authOptions(): AuthOptions {
  return {
    secret: environment().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: longestSessionSeconds },
    pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    providers: [phoneAndCode()],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      // Nothing about the person goes to the browser; pages ask the server.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await endSession(token.sid, service())
      },
    },
  }
}

function phoneAndCode() {
  return CredentialsProvider({
    id: 'phone',
    name: 'phone',
    credentials: { phone: { type: 'tel' }, code: { type: 'text' } },
    authorize: async credentials => {
      const phone = readPhoneNumber(credentials?.phone ?? '')
      if (!phone.ok) return null
      const signedIn = signInWrittenDown(
        await signInResident(
          { phone: phone.value, code: credentials?.code ?? '', language: 'zh-CN' },
          service(),
        ),
        { by: 'phone' },
      )
      return signedIn.ok ? { id: signedIn.value.secret } : null
    },
  })
}
