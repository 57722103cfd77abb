'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { FieldError } from '@/components/form-state'
import { readReference } from '@/lib/applications'
import { shanghaiDayOf } from '@/lib/deadlines'
import {
  type AskAtOfficeFailure,
  askForPhoneChangeAtOffice,
  documentOfSeen,
  isSeenDocument,
  type PhoneOfPerson,
  readIdentityDocument,
  readPersonName,
} from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../_service'
import { clientAddress } from '../../_session/client-address'
import { guardedAction, textOf, typedValues } from '../../_session/guarded-action'
import { requireStaff } from '../../_session/viewer'
import { readPhoneOfForm } from '../../sign-in/send-to-phone'
import { phoneChangeAddress, RESIDENTS_PATH } from './addresses'

/** The field that each failure is about; '' for the form as a whole. */
const fieldOf: Record<AskAtOfficeFailure, string> = {
  'not-your-role': '',
  'own-account': 'number',
  'no-account-found': 'number',
  'several-accounts': 'reference',
  'same-phone': 'phone',
  'needs-supervisor': '',
  'needs-another-person': '',
  'too-many': '',
}

/** Looks for the account of the person at the counter, and sends a code to the phone that they want to use. */
export const askForChange = guardedAction('begin a change of phone at an office', async form => {
  const viewer = await requireStaff({ back: RESIDENTS_PATH })
  const read = await readPerson(form)
  if (!read.ok) return { errors: read.errors, values: typedValues(form) }
  const [language, address] = await Promise.all([getLocale(), clientAddress()])
  const asked = await askForPhoneChangeAtOffice({ viewer, language, address, ...read.person }, service())
  if (asked.ok) redirect(phoneChangeAddress(asked.value))
  const t = await getTranslations('phone-at-counter.failure')
  const minutes = Math.max(1, Math.ceil(Number(asked.details.retryAfterSeconds ?? 60) / 60))
  return {
    errors: [{ field: fieldOf[asked.failure], message: t(asked.failure, { minutes }) }],
    values: typedValues(form),
  }
})

type ReadPerson =
  | { ok: true; person: Omit<PhoneOfPerson, 'viewer' | 'language' | 'address'> }
  | { ok: false; errors: FieldError[] }

/** All that was typed, or everything that is wrong with it at once. */
async function readPerson(form: FormData): Promise<ReadPerson> {
  const text = (field: string) => textOf({ form, field })
  const [t, tPerson, now, phone] = await Promise.all([
    getTranslations('phone-at-counter.failure'),
    getTranslations('apply.problem'),
    serviceNow(service().db),
    readPhoneOfForm(form),
  ])
  const seen = text('document')
  const documentSeen = isSeenDocument(seen) ? seen : null
  const kind = documentOfSeen(documentSeen ?? 'resident-id-card')
  const document = readIdentityDocument({ kind, number: text('number'), today: shanghaiDayOf(now) })
  const name = readPersonName(text('name'))
  const reference = text('reference').trim() ? readReference(text('reference')) : null
  if (documentSeen && document.ok && name.ok && phone.ok && reference?.ok !== false) {
    return {
      ok: true,
      person: {
        documentSeen,
        idNumber: document.value.number,
        name: name.value.name,
        newPhone: phone.value,
        reference: reference?.value ?? null,
      },
    }
  }
  return {
    ok: false,
    errors: [
      ...(documentSeen ? [] : [{ field: 'document', message: t('document-missing') }]),
      ...(document.ok
        ? []
        : [
            {
              field: 'number',
              message: tPerson(`document-${document.failure}`, { length: Number(document.details.length) }),
            },
          ]),
      ...(name.ok ? [] : [{ field: 'name', message: tPerson(`name-${name.failure}`) }]),
      ...(phone.ok ? [] : (phone.problem?.errors ?? [])),
      ...(reference?.ok === false ? [{ field: 'reference', message: t('reference-unreadable') }] : []),
    ],
  }
}
