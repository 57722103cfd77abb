'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { publishCalendarYear, readYearNotice } from '@/lib/deadlines'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { askForStepUp, takeStepUp } from '../../../_factor/step-up-of-form'
import { adminPages } from '../../_room/addresses'
import { again } from '../../_room/typed-fields'
import { readYear } from '../missing-years'

/** Puts a year's notice into force and recomputes every open deadline. */
export const publish = guardedAction('publish a calendar', async form => {
  const viewer = await requireStaff({ back: adminPages.calendar })
  const t = await getTranslations('admin')
  const year = readYear(textOf({ form, field: 'year' }))
  const read = readYearNotice({
    year: year ?? 0,
    sourceLink: textOf({ form, field: 'sourceLink' }),
    holidays: textOf({ form, field: 'holidays' }),
    makeUpDays: textOf({ form, field: 'makeUpDays' }),
  })
  if (!year || !read.ok) {
    return again(form, [{ field: '', message: t('calendar.problem.not-readable') }])
  }
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const published = await publishCalendarYear({ notice: read.notice, viewer }, service())
  if (!published.ok && published.failure === 'second-factor-needed') return askForStepUp({ form, viewer })
  if (!published.ok) return again(form, [{ field: '', message: t('typedFailure.notYourRole') }])
  const done = new URLSearchParams({ published: String(year), moved: String(published.value.moved) })
  redirect(`${adminPages.calendar}?${done}`)
})
