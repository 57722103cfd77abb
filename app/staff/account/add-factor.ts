'use server'

import { redirect } from 'next/navigation'
import { addFactor, hasRecentFactor, ownAccount } from '@/lib/identity'
import { service } from '../../_service'
import { guardedAction, typedValues } from '../../_session/guarded-action'
import { requireStaff } from '../../_session/viewer'
import { newFactorOfForm } from '../_factor/new-factor-of-form'
import { sayFactorFailure } from '../_factor/say-factor-failure'
import { askForStepUp, takeStepUp } from '../_factor/step-up-of-form'
import { accountAfter, accountPages } from './addresses'

/**
 * Adds a passkey, or puts another app in the place of the one before. The page of the app first asks who is
 * there, by a form without a code of the new one: nobody else may see its secret.
 */
export const add = guardedAction('add a second factor', async form => {
  const isPasskey = form.has('deviceName')
  const viewer = await requireStaff({ back: isPasskey ? accountPages.passkey : accountPages.authenticator })
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  if (!(await hasRecentFactor(service().db, { viewer }))) return askForStepUp({ form, viewer })
  if (!isPasskey && !form.has('firstCode')) redirect(accountPages.authenticator)
  const { signInName } = await ownAccount({ viewer }, service())
  const read = await newFactorOfForm({ form, person: { ...viewer, signInName } })
  if ('errors' in read) return { errors: read.errors, values: typedValues(form) }
  if ('passkeyOptions' in read) return { errors: [], values: { ...typedValues(form), ...read } }
  const added = await addFactor({ viewer, factor: read.factor }, service())
  if (added.ok) redirect(accountAfter(isPasskey ? 'passkey' : 'app'))
  const { failure, details } = added
  if (failure === 'second-factor-needed') return askForStepUp({ form, viewer })
  const message = await sayFactorFailure({ failure, details })
  return { errors: [{ field: read.field, message }], values: typedValues(form) }
})
