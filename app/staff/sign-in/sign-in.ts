'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { endSession, signInStaff } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import type { Failed } from '@/lib/platform/result'
import { service } from '../../_service'
import { clientAddress } from '../../_session/client-address'
import { enter } from '../../_session/enter'
import { guardedAction, textOf, typedValues } from '../../_session/guarded-action'
import { currentSecret } from '../../_session/viewer'
import { backAfterSignIn } from './back-after-sign-in'

/** Signs a member of staff in and leads back to where they were going; whoever was signed in here is no more. */
export const signIn = guardedAction('sign a member of staff in', async form => {
  const { db } = service()
  const t = await getTranslations('staff.signIn')
  const signInName = textOf({ form, field: 'name' })
  const password = textOf({ form, field: 'password' })
  const missing = [
    ...(signInName.trim() ? [] : [{ field: 'name', message: t('nameMissing') }]),
    ...(password ? [] : [{ field: 'password', message: t('passwordMissing') }]),
  ]
  if (missing.length > 0) return { errors: missing, values: typedValues(form) }
  const signedIn = await signInStaff(
    { signInName, password, place: { address: await clientAddress(), device: null } },
    { db },
  )
  if (!signedIn.ok) {
    const message =
      signedIn.failure === 'paused' ? t('paused', { minutes: await minutesOfPause(signedIn) }) : t('wrong')
    return { errors: [{ field: 'name', message }], values: typedValues(form) }
  }
  const before = await currentSecret()
  if (before) await endSession(before, { db })
  await enter(signedIn.value.secret)
  redirect(await backAfterSignIn({ asked: textOf({ form, field: 'back' }), secret: signedIn.value.secret }))
})

async function minutesOfPause({ details }: Pick<Failed<'paused'>, 'details'>): Promise<number> {
  const { until, retryAfterSeconds } = details
  const now = await serviceNow(service().db)
  const seconds =
    until instanceof Date ? (until.getTime() - now.getTime()) / 1_000 : Number(retryAfterSeconds ?? 0)
  return Math.max(1, Math.ceil(seconds / 60))
}
