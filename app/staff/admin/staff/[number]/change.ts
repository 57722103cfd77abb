'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { changeStaffMember } from '@/lib/administration'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { takeStepUp } from '../../../_factor/step-up-of-form'
import { memberAddress, withDone } from '../../_room/addresses'
import { again, leftEmpty, readFields, refused } from '../../_room/typed-fields'
import { officesOfForm, postFields } from '../_parts/post-of-form'

const fields = { ...postFields, 'member-not-found': '', 'not-yourself': '' } as const

/** Changes what a member of staff may do and where. */
export const change = guardedAction('change a member of staff', async form => {
  const staffNumber = textOf({ form, field: 'staffNumber', longest: 60 })
  const address = memberAddress({ staffNumber })
  const viewer = await requireStaff({ back: address })
  const { texts, errors } = await readFields(form, { email: { maximumLength: 100 } })
  const t = await getTranslations('admin.staff.failure')
  if (errors.length > 0) {
    return again(form, [...errors, ...leftEmpty(form, { role: t('no-such-role') })])
  }
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const changed = await changeStaffMember(
    {
      viewer,
      staffNumber,
      role: textOf({ form, field: 'role' }),
      officeCodes: officesOfForm(form),
      email: texts.email,
    },
    service(),
  )
  if (changed.ok) redirect(withDone(address, 'saved'))
  return refused({ form, viewer, failed: changed, fields, say: t })
})
