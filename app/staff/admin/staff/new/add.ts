'use server'

import { getTranslations } from 'next-intl/server'
import { addStaffMember } from '@/lib/administration'
import { foldWidth } from '@/lib/platform/typed-text'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { takeStepUp } from '../../../_factor/step-up-of-form'
import { adminPages } from '../../_room/addresses'
import { again, leftEmpty, readFields, refused } from '../../_room/typed-fields'
import { officesOfForm, postFields } from '../_parts/post-of-form'

const fields = {
  ...postFields,
  'not-a-sign-in-name': 'signInName',
  'sign-in-name-taken': 'signInName',
  'not-a-staff-number': 'staffNumber',
  'staff-number-taken': 'staffNumber',
  'name-missing': 'name',
  'not-an-id-number': 'idNumber',
} as const

/** Adds a member of staff. The page answers with the initial password in the place of the form. */
export const add = guardedAction('add a member of staff', async form => {
  const viewer = await requireStaff({ back: adminPages.newStaff })
  const { texts, errors } = await readFields(form, {
    name: { maximumLength: 50 },
    staffNumber: { maximumLength: 20 },
    signInName: { maximumLength: 40 },
    email: { maximumLength: 100 },
    idNumber: { maximumLength: 30 },
  })
  const t = await getTranslations('admin.staff.failure')
  if (errors.length > 0) {
    return again(form, [
      ...errors,
      ...leftEmpty(form, {
        name: t('name-missing'),
        staffNumber: t('not-a-staff-number'),
        signInName: t('not-a-sign-in-name'),
        role: t('no-such-role'),
      }),
    ])
  }
  const member = {
    ...texts,
    staffNumber: foldWidth(texts.staffNumber).toUpperCase(),
    signInName: foldWidth(texts.signInName).toLowerCase(),
    role: textOf({ form, field: 'role' }),
    officeCodes: officesOfForm(form),
  }
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const added = await addStaffMember({ viewer, member }, service())
  if (added.ok) {
    const { initialPassword } = added.value
    return { errors: [], values: { initialPassword, signInName: member.signInName } }
  }
  return refused({ form, viewer, failed: added, fields, say: t })
})
