'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { makePrintCode } from '@/lib/certificates'
import { keepShownCode } from './shown-code'

/** Makes a print code and shows it on the same page. */
export const makeCode = guardedAction('make a print code', async form => {
  const number = textOf({ form, field: 'number' })
  const address = `/certificates/${encodeURIComponent(number)}/print-code`
  const viewer = await requireResident({ back: address })
  const made = await makePrintCode({ number, viewer }, service())
  if (made.ok) {
    await keepShownCode({ ...made.value, number })
    redirect(address)
  }
  if (made.failure === 'certificate-not-found') redirect('/applications')
  const t = await getTranslations('print.code.failure')
  const minutes = Math.ceil(Number(made.details.retryAfterSeconds ?? 60) / 60)
  return { errors: [{ field: '', message: t(made.failure, { minutes }) }], values: {} }
})
