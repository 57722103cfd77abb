'use server'

import { redirect } from 'next/navigation'
import { extendDeadline, readWorkingDays } from '@/lib/deadlines'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { caseAddress } from '../../../_parts/addresses'
import { again, caseOfForm, leftEmpty, readTexts, refused } from '../../_case/case-of-form'
import { fieldsOfExtension, requiredForExtension } from './fields-of-extension'

/** Extends the office's clock; an officer's open request is granted by it. */
export const extend = guardedAction({ doing: 'extend a deadline', keeps: 'extension' }, async form => {
  const { reference, viewer } = await caseOfForm(form, 'extension')
  const { texts, errors } = await readTexts(form, ['reason'])
  if (errors.length > 0) {
    return again(form, [
      ...errors,
      ...(await leftEmpty(form, { required: requiredForExtension, reference, viewer })),
    ])
  }
  const workingDays = readWorkingDays(textOf({ form, field: 'days' })) ?? 0
  const extended = await extendDeadline({ reference, viewer, workingDays, reason: texts.reason }, service())
  if (!extended.ok) return refused({ form, failed: extended, viewer, reference, fields: fieldsOfExtension })
  redirect(caseAddress({ reference, done: 'extended' }))
})
