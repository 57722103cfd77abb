'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { endSession } from '@/lib/identity'
import { service } from '../_service'
import { sessionCookieName, sessionCookieOptions } from './cookie'
import { guardedSubmit, textOf } from './guarded-action'
import { forgetTyped } from './typed-before'
import { currentSecret } from './viewer'

/** Signs out: ends the session's row and takes the cookie back. A field `staff` leads to the staff's door. */
export const leave = guardedSubmit('sign out', async form => {
  const { db } = service()
  const secret = await currentSecret()
  if (secret) await endSession(secret, { db })
  const cookieJar = await cookies()
  cookieJar.set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 })
  await forgetTyped()
  redirect(textOf({ form, field: 'staff' }) ? '/staff/sign-in' : '/')
})
