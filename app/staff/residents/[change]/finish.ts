'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type FinishAtOfficeFailure, finishPhoneChangeAtOffice, readOneTimeCode } from '@/lib/identity'
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
    {
      viewer,
      changeId,
      code: code.value,
      objectionHours: environment().PHONE_OBJECTION_HOURS,
      hasCheckedAgain: textOf({ form, field: 'checked' }) === 'yes',
    },
    service(),
  )
  if (finished.ok) redirect(`${RESIDENTS_PATH}?done=changed`)
  const { failure, details } = finished
  const message = isAboutTheChange(failure)
    ? t(failure)
    : tSignIn(failure, { triesLeft: Number(details.triesLeft) })
  return { errors: [{ field: failure === 'check-again' ? 'checked' : 'code', message }], values: {} }
})

const aboutTheChange = [
  'not-your-role',
  'change-is-over',
  'phone-in-use',
  'needs-supervisor',
  'needs-another-person',
  'check-again',
] as const

/** Everything else is about the code. */
function isAboutTheChange(failure: FinishAtOfficeFailure): failure is (typeof aboutTheChange)[number] {
  return aboutTheChange.some(known => known === failure)
}
