import { readPhoneNumber } from '@/lib/identity'
import { isByProxy } from './01-who-applies'
import { type Mandate, mandateKinds } from './complete-application'
import { readName } from './person-fields'
import { problemAt, type Question, type Reading, readChoice, readTogether, type Typed } from './question'

type Proxy = { name: string; mandate: Mandate }

/**
 * The proxy's own name, and what they act on (民法典 art. 161, 165): the applicant confirms on their own phone,
 * or has signed a mandate on paper. Whoever signs is known by the phone with which they signed in.
 */
export const proxy: Question<Proxy> = {
  name: 'proxy',
  fields: ['name', 'mandate', 'phone'],
  isAsked: isByProxy,
  read: (typed, { residentPhone }) =>
    readTogether<Proxy>({
      name: readName({ typed, field: 'name' }),
      mandate: readMandate({ typed, residentPhone }),
    }),
}

function readMandate({ typed, residentPhone }: { typed: Typed; residentPhone: string }): Reading<Mandate> {
  const kind = readChoice({ typed, field: 'mandate', choices: mandateKinds, problem: 'mandate-missing' })
  if (!kind.ok) return kind
  if (kind.value === 'written') return { ok: true, value: { kind: 'written' } }
  const phone = readPhoneNumber(typed.phone ?? '')
  if (!phone.ok) return problemAt('phone', `phone-${phone.failure}`)
  if (phone.value === residentPhone) return problemAt('phone', 'phone-is-the-proxys')
  return { ok: true, value: { kind: 'own-phone', phone: phone.value } }
}
