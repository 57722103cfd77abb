'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { groundsToSetRight, setRejectionRight } from '@/lib/decisions'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { caseAddress, oneOf } from '../../../_parts/addresses'
import { again, caseOfForm, leftEmpty, readTexts, refused } from '../../_case/case-of-form'

/** Registers a rejected case after all, on a ground that is published with it. */
export const setRight = guardedAction({ doing: 'set a rejection right', keeps: 'set-right' }, async form => {
  const { reference, viewer } = await caseOfForm(form, 'set-right')
  const { texts, errors } = await readTexts(form, ['note'])
  const ground = oneOf(groundsToSetRight, textOf({ form, field: 'ground' }))
  if (!ground) {
    const t = await getTranslations('staff.setRight')
    errors.unshift({ field: 'ground', message: t('groundMissing') })
  }
  if (!ground || errors.length > 0) {
    const required = { note: 'note-missing' } as const
    return again(form, [...errors, ...(await leftEmpty(form, { required, reference, viewer }))])
  }
  const set = await setRejectionRight({ reference, viewer, ground, note: texts.note }, service())
  if (!set.ok) {
    return refused({ form, failed: set, viewer, reference, fields: { 'note-missing': 'note' } })
  }
  redirect(caseAddress({ reference, done: 'set-right' }))
})
