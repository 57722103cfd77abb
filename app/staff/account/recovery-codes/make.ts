'use server'

import { makeRecoveryCodes } from '@/lib/identity'
import { service } from '../../../_service'
import { guardedAction } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { askForStepUp, takeStepUp } from '../../_factor/step-up-of-form'
import { accountPages } from '../addresses'

/** Makes ten new recovery codes; the page answers with them. */
export const make = guardedAction('make new recovery codes', async form => {
  const viewer = await requireStaff({ back: accountPages.recoveryCodes })
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const made = await makeRecoveryCodes({ viewer }, service())
  if (!made.ok) return askForStepUp({ form, viewer })
  return { errors: [], values: { recoveryCodesOnce: made.value.recoveryCodes.join(' ') } }
})
