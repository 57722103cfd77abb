'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { finishPhoneChangeAtOffice, readOneTimeCode } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { service } from '../../../_service'
import { guardedAction, textOf } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { phoneChangeAddress, RESIDENTS_PATH } from '../addresses'

/** Passes the account to the new phone once the code from it is right. */
export const finish = guardedAction('finish a change of phone at an office', async form => {
  const changeId = textOf({ form, field: 'change', longest: 40 })
  const viewer = await requireStaff({ back: phoneChangeAddress({ changeId }) })
  const [t, tSignIn] = await Promise.all([
    getTranslations('phone-at-counter.failure'),
    getTranslations('sign-in.failure'),
  ])
  const code = readOneTimeCode(textOf({ form, field: 'code' }))
  if (!code.ok) return { errors: [{ field: 'code', message: tSignIn(code.failure) }], values: {} }
  const finished = await finishPhoneChangeAtOffice(
    { viewer, changeId, code: code.value, objectionHours: environment().PHONE_OBJECTION_HOURS },
    service(),
  )
  if (finished.ok) redirect(`${RESIDENTS_PATH}?done=changed`)
  const { failure, details } = finished
  const message =
    failure === 'not-your-role' || failure === 'change-is-over' || failure === 'phone-in-use'
      ? t(failure)
      : tSignIn(failure, { triesLeft: Number(details.triesLeft) })
  return { errors: [{ field: 'code', message }], values: {} }
})
