'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { eraseOwnData } from '@/lib/privacy'
import { service } from '../../../_service'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { requireResident } from '../../../_session/viewer'
import { dataPages } from '../addresses'

/**
 * Erases what no law has kept, after a yes. Without an account there is nobody signed in any more; one that stays
 * although it was to go leads to the page that says why.
 */
export const erase = guardedAction('erase personal data', async form => {
  const viewer = await requireResident({ back: dataPages.erase })
  const t = await getTranslations('data-rights.erase.failure')
  const isYes = (field: string) => textOf({ form, field }) === 'yes'
  if (!isYes('yes')) {
    return { errors: [{ field: 'yes', message: t('say-yes') }], values: typedValues(form) }
  }
  const erased = await eraseOwnData({ viewer, alsoAccount: isYes('alsoAccount') }, service())
  if (erased.ok) {
    const { account, accountStays } = erased.value
    if (account) redirect('/?done=account-erased')
    redirect(`${dataPages.all}?done=${accountStays.length > 0 ? 'erased-not-account' : 'erased'}`)
  }
  if (erased.failure === 'account-stays') redirect(`${dataPages.all}?done=account-stays`)
  return { errors: [{ field: '', message: t(erased.failure) }], values: typedValues(form) }
})
