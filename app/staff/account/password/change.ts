'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FieldError } from '@/components/form-state'
import { changeOwnPassword } from '@/lib/identity'
import { type Failed, failed } from '@/lib/platform/result'
import { service } from '../../../_service'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { minutesOfPause } from '../../_factor/minutes-of-pause'
import { sayPasswordFailure } from '../../_factor/say-password-failure'
import { askForStepUp, takeStepUp } from '../../_factor/step-up-of-form'
import { accountAfter, accountPages } from '../addresses'

type Failure = Exclude<
  Extract<Awaited<ReturnType<typeof changeOwnPassword>>, { ok: false }>['failure'],
  'second-factor-needed'
>

/** Puts a new password in the place of the one that the member of staff had. */
export const change = guardedAction('change the own password', async form => {
  const viewer = await requireStaff({ back: accountPages.password })
  const current = textOf({ form, field: 'currentPassword' })
  const password = textOf({ form, field: 'newPassword' })
  const again = textOf({ form, field: 'newPasswordAgain' })
  const missing = [
    ...(current ? [] : [await sayFailure(failed('current-missing'))]),
    ...(password ? [] : [await sayFailure(failed('missing'))]),
  ]
  if (missing.length > 0) return { errors: missing, values: typedValues(form) }
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const changed = await changeOwnPassword({ viewer, current, password, again }, service())
  if (changed.ok) redirect(accountAfter('password'))
  const { failure, details } = changed
  if (failure === 'second-factor-needed') return askForStepUp({ form, viewer })
  return { errors: [await sayFailure({ failure, details })], values: typedValues(form) }
})

async function sayFailure({
  failure,
  details,
}: Pick<Failed<Failure | 'missing' | 'current-missing'>, 'failure' | 'details'>): Promise<FieldError> {
  if (failure !== 'paused' && failure !== 'wrong-password' && failure !== 'current-missing') {
    return sayPasswordFailure({ failure })
  }
  const t = await getTranslations('staff-account.passwordFailure')
  const minutes = failure === 'paused' ? await minutesOfPause({ details }) : 0
  return { field: 'currentPassword', message: t(failure, { minutes }) }
}
