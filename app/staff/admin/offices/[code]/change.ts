'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { changeOffice } from '@/lib/administration'
import { foldWidth } from '@/lib/platform/typed-text'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { officeAddress, withDone } from '../../_room/addresses'
import { again, leftEmpty, readFields, refused } from '../../_room/typed-fields'

const time = { maximumLength: 5 }

const fields = {
  'office-not-found': '',
  'phone-missing': 'phone',
  'address-missing': 'address',
  'not-a-time': '',
  'hours-out-of-order': 'opensAt',
} as const

/** Changes an office's contact and hours. */
export const change = guardedAction({ doing: 'change an office', keeps: 'change-office' }, async form => {
  const officeCode = textOf({ form, field: 'code' })
  const address = officeAddress({ code: officeCode })
  const viewer = await requireStaff({ back: address })
  const { texts, errors } = await readFields(form, {
    phone: { maximumLength: 30 },
    address: { maximumLength: 100 },
    opensAt: time,
    middayFrom: time,
    middayTo: time,
    closesAt: time,
  })
  const t = await getTranslations('admin.office.failure')
  if (errors.length > 0) {
    const ifEmpty = { phone: t('phone-missing'), address: t('address-missing') }
    return again(form, [...errors, ...leftEmpty(form, ifEmpty)])
  }
  const asTyped = { ...texts, phone: foldWidth(texts.phone) }
  const hours = (['opensAt', 'middayFrom', 'middayTo', 'closesAt'] as const).map(
    field => [field, foldWidth(texts[field]).replace('：', ':')] as const,
  )
  const changed = await changeOffice(
    { officeCode, viewer, change: { ...asTyped, ...Object.fromEntries(hours) } },
    service(),
  )
  if (changed.ok) redirect(withDone(address, 'saved'))
  return refused({ form, viewer, failed: changed, fields, say: t })
})
