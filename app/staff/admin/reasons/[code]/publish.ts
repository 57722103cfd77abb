'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { publishReasonVersion } from '@/lib/administration'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { askForStepUp, takeStepUp } from '../../../_factor/step-up-of-form'
import { adminPages, reasonAddress, withDone } from '../../_room/addresses'
import { again, readFields } from '../../_room/typed-fields'

const title = { maximumLength: 100 }
const text = { maximumLength: 1_000, lines: true }

/** Publishes a new version of a reason; the old one is retired and kept. */
export const publish = guardedAction('publish a version of a reason', async form => {
  const code = textOf({ form, field: 'code', longest: 100 })
  const viewer = await requireStaff({ back: reasonAddress({ code }) })
  const { texts, errors } = await readFields(form, {
    title,
    titleEnglish: title,
    law: text,
    lawEnglish: text,
    refuses: text,
    refusesEnglish: text,
    nextStep: text,
    nextStepEnglish: text,
  })
  if (errors.length > 0) return again(form, errors)
  const version = {
    ...texts,
    needsCorrectionNotice: textOf({ form, field: 'needsCorrectionNotice' }) === 'yes',
    needsHearing: textOf({ form, field: 'needsHearing' }) === 'yes',
  }
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const published = await publishReasonVersion({ viewer, code, version }, service())
  if (published.ok) redirect(withDone(adminPages.reasons, 'published'))
  const t = await getTranslations('admin')
  const { failure, details } = published
  if (failure === 'second-factor-needed') return askForStepUp({ form, viewer })
  if (failure === 'not-your-role') {
    return again(form, [{ field: '', message: t('typedFailure.notYourRole') }])
  }
  return again(form, [{ field: String(details.field ?? ''), message: t(`reason.failure.${failure}`) }])
})
