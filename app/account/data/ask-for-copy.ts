'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { askForCopy as ask } from '@/lib/privacy'
import { service } from '../../_service'
import { guardedAction } from '../../_session/guarded-action'
import { requireResident } from '../../_session/viewer'
import { dataPages } from './addresses'

/** Asks for a copy of everything; the page then offers its files. */
export const askForCopy = guardedAction('ask for a copy of personal data', async () => {
  const viewer = await requireResident({ back: dataPages.all })
  const asked = await ask({ viewer }, service())
  if (asked.ok) redirect(`${dataPages.all}?copy=${asked.value.requestId}#copy`)
  const t = await getTranslations('data-rights.copy')
  return { errors: [{ field: '', message: t('tooMany') }], values: {} }
})
