'use server'

import { redirect } from 'next/navigation'
import { reviewPhoneChange } from '@/lib/identity'
import { service } from '../../../_service'
import { guardedSubmit, textOf } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { auditPages } from '../_room/addresses'

/** Writes down that an auditor has looked at a change of phone; whoever was faster has the look. */
export const look = guardedSubmit('look at a change of phone', async form => {
  const viewer = await requireStaff({ back: auditPages.phones })
  const changeId = textOf({ form, field: 'change' })
  const looked = await reviewPhoneChange({ viewer, changeId }, service())
  redirect(looked.ok ? `${auditPages.phones}?done=looked` : auditPages.phones)
})
