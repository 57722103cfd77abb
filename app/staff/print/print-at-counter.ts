'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { requireStaff } from '@/app/_session/viewer'
import { type PrintForHolderFailure, printForHolder } from '@/lib/certificates'
import { everyFailure } from '@/lib/platform/result'
import { PRINT_PATH, printAddress } from './addresses'

/** The field that each failure is about; '' for the form as a whole. */
const fieldOf: Record<PrintForHolderFailure, string> = {
  'number-unreadable': 'number',
  'name-missing': 'name',
  'not-six-characters': 'lastSix',
  'reason-missing': 'reason',
  'no-match': 'number',
  'no-longer-valid': 'number',
  'not-your-role': '',
  'no-office': '',
  'party-to-the-case': '',
  'limit-reached': '',
}

/** Compares what the officer typed with the certificate, and opens it to be printed. */
export const printAtCounter = guardedAction('print for a holder', async form => {
  const viewer = await requireStaff({ back: PRINT_PATH })
  const field = (name: string) => textOf({ form, field: name })
  const printed = await printForHolder(
    {
      viewer,
      number: field('number'),
      name: field('name'),
      lastSix: field('lastSix'),
      reason: field('reason'),
    },
    service(),
  )
  if (printed.ok) redirect(printAddress(printed.value))
  const t = await getTranslations('assisted-print.failure')
  const minutes = Math.ceil(Number(printed.details.retryAfterSeconds ?? 60) / 60)
  const errors = everyFailure(printed).map(({ failure }) => ({
    field: fieldOf[failure],
    message: t(failure, { minutes }),
  }))
  return { errors, values: typedValues(form) }
})
