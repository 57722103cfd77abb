import { readBirthCertificateNumber, readChildBirthDate } from '@/lib/identity'
import type { CivilDate } from '@/lib/platform/civil-date'
import { isBorn } from './07-stage'
import { problemAt, type Question, type Reading, readTogether, type Typed } from './question'

type Child = { birthDate: CivilDate; birthCertificateNumber: string | null }

/** A child that is born: the day, and the number of the medical birth certificate if it is at hand. */
export const child: Question<Child> = {
  name: 'child',
  fields: ['birthDate-year', 'birthDate-month', 'birthDate-day', 'certificateNumber'],
  isAsked: isBorn,
  read: (typed, { today }) => readBornChild({ typed, today }),
}

/** The same reading for a correction, which asks again for one of the two. */
export function readBornChild({ typed, today }: { typed: Typed; today: CivilDate }): Reading<Child> {
  return readTogether<Child>({
    birthDate: readBirthDate({ typed, today }),
    birthCertificateNumber: readCertificateNumber(typed),
  })
}

function readBirthDate({ typed, today }: { typed: Typed; today: CivilDate }): Reading<CivilDate> {
  const date = readChildBirthDate({
    year: typed['birthDate-year'] ?? '',
    month: typed['birthDate-month'] ?? '',
    day: typed['birthDate-day'] ?? '',
    today,
  })
  return date.ok ? date : problemAt('birthDate', `birth-date-${date.failure}`)
}

function readCertificateNumber(typed: Typed): Reading<string | null> {
  const number = readBirthCertificateNumber(typed.certificateNumber ?? '')
  if (number.ok) return number
  if (number.failure === 'empty') return { ok: true, value: null }
  return problemAt('certificateNumber', 'certificate-number-wrong-form')
}
