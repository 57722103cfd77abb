'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { addTimeLimit } from '@/lib/administration'
import { readCivilDate } from '@/lib/platform/civil-date'
import { foldWidth } from '@/lib/platform/typed-text'
import { service } from '../../../_service'
import { guardedAction, textOf } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { askForStepUp, takeStepUp } from '../../_factor/step-up-of-form'
import { adminPages, withDone } from '../_room/addresses'
import { again, readFields } from '../_room/typed-fields'

const fields = {
  'not-your-role': '',
  'no-such-limit': 'kind',
  'not-a-number-of-days': 'workingDays',
  'law-missing': 'law',
  'law-in-english-missing': 'lawEnglish',
  'day-has-passed': 'fromDate',
  'has-one-from-that-day': 'fromDate',
  'longer-than-statutory': 'workingDays',
} as const

const ifEmpty = {
  workingDays: 'not-a-number-of-days',
  law: 'law-missing',
  lawEnglish: 'law-in-english-missing',
} as const

/** Announces a limit for clocks that start on its first day or later. */
export const add = guardedAction('add a time limit', async form => {
  const viewer = await requireStaff({ back: adminPages.limits })
  const t = await getTranslations('admin')
  const { texts, errors } = await readFields(form, {
    workingDays: { maximumLength: 3 },
    law: { maximumLength: 300 },
    lawEnglish: { maximumLength: 300 },
  })
  const part = (name: string) => textOf({ form, field: `fromDate-${name}` })
  const fromDate = readCivilDate({ year: part('year'), month: part('month'), day: part('day') })
  const gaps = (['workingDays', 'law', 'lawEnglish'] as const).filter(field => texts[field].trim() === '')
  errors.push(...gaps.map(field => ({ field, message: t(`limit.failure.${ifEmpty[field]}`) })))
  if (!fromDate.ok) errors.push({ field: 'fromDate', message: t('limit.failure.not-a-date') })
  if (!fromDate.ok || errors.length > 0) return again(form, errors)
  const limit = {
    ...texts,
    kind: textOf({ form, field: 'kind' }),
    workingDays: foldWidth(texts.workingDays),
    fromDate: fromDate.value,
  }
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const added = await addTimeLimit({ viewer, limit }, service())
  if (added.ok) redirect(withDone(adminPages.limits, 'saved'))
  const { failure } = added
  if (failure === 'second-factor-needed') return askForStepUp({ form, viewer })
  const message = failure === 'not-your-role' ? t('typedFailure.notYourRole') : t(`limit.failure.${failure}`)
  return again(form, [{ field: fields[failure], message }])
})
