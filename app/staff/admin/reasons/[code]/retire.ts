'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { retireReason } from '@/lib/administration'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { askForStepUp, takeStepUp } from '../../../_factor/step-up-of-form'
import { adminPages, reasonAddress, withDone } from '../../_room/addresses'
import { again } from '../../_room/typed-fields'

/** Takes a reason out of the catalogue. */
export const retire = guardedAction('retire a reason', async form => {
  const code = textOf({ form, field: 'code', longest: 100 })
  const viewer = await requireStaff({ back: reasonAddress({ code }) })
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const retired = await retireReason({ viewer, code }, service())
  if (retired.ok) redirect(withDone(adminPages.reasons, 'retired'))
  const t = await getTranslations('admin')
  const { failure } = retired
  if (failure === 'second-factor-needed') return askForStepUp({ form, viewer })
  const message = failure === 'not-your-role' ? t('typedFailure.notYourRole') : t(`reason.failure.${failure}`)
  return again(form, [{ field: '', message }])
})
