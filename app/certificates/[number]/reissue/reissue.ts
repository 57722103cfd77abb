'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { reissueCertificate } from '@/lib/certificates'

/** Replaces one's certificate and leads to the new one. */
export const reissue = guardedAction('replace a certificate', async form => {
  const number = textOf({ form, field: 'number' })
  const viewer = await requireResident({ back: `/certificates/${encodeURIComponent(number)}/reissue` })
  const reissued = await reissueCertificate({ number, viewer }, service())
  if (reissued.ok) redirect(`/certificates/${reissued.value.number}`)
  if (reissued.failure === 'certificate-not-found') redirect('/applications')
  const t = await getTranslations('print.reissue.failure')
  return { errors: [{ field: '', message: t(reissued.failure) }], values: {} }
})
