'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { removeFactor } from '@/lib/identity'
import { service } from '../../../_service'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { askForStepUp, takeStepUp } from '../../_factor/step-up-of-form'
import { accountAfter, accountPages } from '../addresses'

/** Forgets the app, or one passkey, of the member of staff. */
export const remove = guardedAction('remove a second factor', async form => {
  const viewer = await requireStaff({ back: accountPages.remove })
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const chosen = textOf({ form, field: 'factor' })
  const factor = chosen === 'authenticator' ? chosen : { credentialId: chosen }
  const removed = await removeFactor({ viewer, factor }, service())
  if (removed.ok) redirect(accountAfter('removed'))
  if (removed.failure === 'second-factor-needed') return askForStepUp({ form, viewer })
  const t = await getTranslations('staff-account.remove.failure')
  return { errors: [{ field: 'factor', message: t(removed.failure) }], values: typedValues(form) }
})
