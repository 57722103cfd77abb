'use server'

import { redirect } from 'next/navigation'
import { transferApplication } from '@/lib/applications'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { queueAddress } from '../../../_queue/queue-address'
import { again, caseOfForm, leftEmpty, readTexts, refused } from '../../_case/case-of-form'

/** Moves the case to another office; it leaves one's own queue, so the way leads back there. */
export const transfer = guardedAction({ doing: 'transfer a case', keeps: 'transfer' }, async form => {
  const { reference, viewer } = await caseOfForm(form, 'transfer')
  const { texts, errors } = await readTexts(form, ['reason'])
  const required = { office: 'no-such-office', reason: 'reason-missing' } as const
  if (errors.length > 0) {
    return again(form, [...errors, ...(await leftEmpty(form, { required, reference, viewer }))])
  }
  const toOfficeCode = textOf({ form, field: 'office', longest: 20 })
  const moved = await transferApplication(
    { reference, viewer, toOfficeCode, reason: texts.reason },
    service(),
  )
  if (!moved.ok) {
    return refused({
      form,
      failed: moved,
      viewer,
      reference,
      fields: {
        'reason-missing': 'reason',
        'no-such-office': 'office',
        'same-office': 'office',
        'office-has-no-staff': 'office',
      },
    })
  }
  redirect(queueAddress({ done: 'transferred' }))
})
