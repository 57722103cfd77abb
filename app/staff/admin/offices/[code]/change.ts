'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { changeOffice } from '@/lib/administration'
import { foldWidth } from '@/lib/platform/typed-text'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { officeAddress, withDone } from '../../_room/addresses'
import { again, readFields } from '../../_room/typed-fields'

const time = { maximumLength: 5 }

const ifEmpty = {
  phone: 'phone-missing',
  address: 'address-missing',
  opensAt: 'not-a-time',
  closesAt: 'not-a-time',
} as const

/** Changes an office's contact and hours. */
export const change = guardedAction('change an office', async form => {
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
  const t = await getTranslations('admin')
  const gaps = (['phone', 'address', 'opensAt', 'closesAt'] as const).filter(
    field => texts[field].trim() === '',
  )
  errors.push(...gaps.map(field => ({ field, message: t(`office.failure.${ifEmpty[field]}`) })))
  if (errors.length > 0) return again(form, errors)
  const asTyped = { ...texts, phone: foldWidth(texts.phone) }
  const hours = (['opensAt', 'middayFrom', 'middayTo', 'closesAt'] as const).map(
    field => [field, foldWidth(texts[field]).replace('：', ':')] as const,
  )
  const changed = await changeOffice(
    { officeCode, viewer, change: { ...asTyped, ...Object.fromEntries(hours) } },
    service(),
  )
  if (changed.ok) redirect(withDone(address, 'saved'))
  if (changed.failure === 'not-your-role') {
    return again(form, [{ field: '', message: t('typedFailure.notYourRole') }])
  }
  const fields = {
    'office-not-found': '',
    'phone-missing': 'phone',
    'address-missing': 'address',
    'not-a-time': String(changed.details.field ?? ''),
    'hours-out-of-order': 'opensAt',
  }
  return again(form, [{ field: fields[changed.failure], message: t(`office.failure.${changed.failure}`) }])
})
