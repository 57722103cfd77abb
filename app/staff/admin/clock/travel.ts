'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { hasTimeMachine, type Journey, moveServiceClock } from '@/lib/administration'
import { foldWidth } from '@/lib/platform/typed-text'
import { service } from '../../../_service'
import { guardedAction, textOf } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { adminPages, withDone } from '../_room/addresses'
import { again } from '../_room/typed-fields'

const fields = {
  'not-in-production': '',
  'nothing-is-due': '',
  'not-a-number-of-days': 'days',
} as const

/** Moves the demo's clock; what is due by it is carried out by the worker at once. */
export const travel = guardedAction('move the clock of the service', async form => {
  if (!hasTimeMachine()) notFound()
  const viewer = await requireStaff({ back: adminPages.clock })
  const moved = await moveServiceClock({ viewer, journey: journeyOf(form) }, service())
  if (moved.ok) redirect(withDone(adminPages.clock, 'moved'))
  const t = await getTranslations('admin')
  const { failure } = moved
  if (failure === 'not-your-role') {
    return again(form, [{ field: '', message: t('typedFailure.notYourRole') }])
  }
  return again(form, [{ field: fields[failure], message: t(`clock.failure.${failure}`) }])
})

function journeyOf(form: FormData): Journey {
  const to = textOf({ form, field: 'to' })
  if (to === 'days-ahead') return { to, days: foldWidth(textOf({ form, field: 'days', longest: 9 })).trim() }
  return { to: to === 'real-time' ? 'real-time' : 'next-due' }
}
