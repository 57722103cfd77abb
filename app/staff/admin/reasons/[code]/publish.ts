'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { publishReasonVersion, reasonTexts } from '@/lib/administration'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { takeStepUp } from '../../../_factor/step-up-of-form'
import { adminPages, reasonAddress, withDone } from '../../_room/addresses'
import { again, leftEmpty, readFields, refused } from '../../_room/typed-fields'

const title = { maximumLength: 100 }
const text = { maximumLength: 1_000, lines: true }

/** A text that is missing names its own field. */
const fields = { 'text-missing': '', 'reason-not-found': '', 'nothing-changed': '' } as const

/** Publishes a new version of a reason; the old one is retired and kept. */
export const publish = guardedAction(
  { doing: 'publish a version of a reason', keeps: 'publish-reason' },
  async form => {
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
    const t = await getTranslations('admin.reason.failure')
    if (errors.length > 0) {
      const sentences = Object.fromEntries(reasonTexts.map(field => [field, t('text-missing')]))
      return again(form, [...errors, ...leftEmpty(form, sentences)])
    }
    const version = {
      ...texts,
      needsCorrectionNotice: textOf({ form, field: 'needsCorrectionNotice' }) === 'yes',
      needsHearing: textOf({ form, field: 'needsHearing' }) === 'yes',
    }
    const wrong = await takeStepUp({ form, viewer })
    if (wrong) return wrong
    const published = await publishReasonVersion({ viewer, code, version }, service())
    if (published.ok) redirect(withDone(adminPages.reasons, 'published'))
    return refused({ form, viewer, failed: published, fields, say: t })
  },
)
