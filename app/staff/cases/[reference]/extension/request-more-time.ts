'use server'

import { redirect } from 'next/navigation'
import { readWorkingDays, requestExtension } from '@/lib/deadlines'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { caseAddress } from '../../../_parts/addresses'
import { again, caseOfForm, leftEmpty, readTexts, refused } from '../../_case/case-of-form'
import { fieldsOfExtension, requiredForExtension } from './fields-of-extension'

/** Lays an officer's request for more time before a supervisor. */
export const requestMoreTime = guardedAction(
  { doing: 'request an extension', keeps: 'extension' },
  async form => {
    const { reference, viewer } = await caseOfForm(form, 'extension')
    const { texts, errors } = await readTexts(form, ['reason'])
    if (errors.length > 0) {
      return again(form, [
        ...errors,
        ...(await leftEmpty(form, { required: requiredForExtension, reference, viewer })),
      ])
    }
    const workingDays = readWorkingDays(textOf({ form, field: 'days' })) ?? 0
    const asked = await requestExtension({ reference, viewer, workingDays, reason: texts.reason }, service())
    if (!asked.ok) return refused({ form, failed: asked, viewer, reference, fields: fieldsOfExtension })
    redirect(caseAddress({ reference, done: 'extension-requested' }))
  },
)
