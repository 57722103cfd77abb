'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { addTimeLimit } from '@/lib/administration'
import { readCivilDate } from '@/lib/platform/civil-date'
import { foldWidth } from '@/lib/platform/typed-text'
import { service } from '../../../_service'
import { guardedAction, textOf } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { takeStepUp } from '../../_factor/step-up-of-form'
import { adminPages, withDone } from '../_room/addresses'
import { again, leftEmpty, readFields, refused } from '../_room/typed-fields'

const fields = {
  'no-such-limit': 'kind',
  'not-a-number-of-days': 'workingDays',
  'law-missing': 'law',
  'law-in-english-missing': 'lawEnglish',
  'not-a-date': 'fromDate',
  'day-has-passed': 'fromDate',
  'has-one-from-that-day': 'fromDate',
  'longer-than-statutory': 'workingDays',
} as const

/** Announces a limit for clocks that start on its first day or later. */
export const add = guardedAction({ doing: 'add a time limit', keeps: 'add-limit' }, async form => {
  const viewer = await requireStaff({ back: adminPages.limits })
  const t = await getTranslations('admin.limit.failure')
  const { texts, errors } = await readFields(form, {
    workingDays: { maximumLength: 3 },
    law: { maximumLength: 300 },
    lawEnglish: { maximumLength: 300 },
  })
  const part = (name: string) => textOf({ form, field: `fromDate-${name}` })
  const fromDate = readCivilDate({ year: part('year'), month: part('month'), day: part('day') })
  if (errors.length > 0) {
    if (!fromDate.ok) errors.push({ field: 'fromDate', message: t('not-a-date') })
    return again(form, [
      ...errors,
      ...leftEmpty(form, {
        kind: t('no-such-limit'),
        workingDays: t('not-a-number-of-days'),
        law: t('law-missing'),
        lawEnglish: t('law-in-english-missing'),
      }),
    ])
  }
  const limit = {
    ...texts,
    kind: textOf({ form, field: 'kind' }),
    workingDays: foldWidth(texts.workingDays),
    fromDate: fromDate.ok ? fromDate.value : null,
  }
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const added = await addTimeLimit({ viewer, limit }, service())
  if (added.ok) redirect(withDone(adminPages.limits, 'saved'))
  return refused({ form, viewer, failed: added, fields, say: t })
})
