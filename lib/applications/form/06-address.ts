import { readTypedText } from '@/lib/platform/typed-text'
import type { CompleteApplication } from './complete-application'
import {
  always,
  type FormContext,
  problemAt,
  type Question,
  type Reading,
  readChoice,
  readTogether,
  type Typed,
} from './question'

export const LONGEST_ADDRESS = 100

/** Nothing that belongs into an address: pictures and the brackets of markup. */
const neverInAnAddress = /[\p{Emoji_Presentation}<>]/u

/**
 * Where the applicant is registered or lives. The township gives the office; either parent's household or
 * residence will do, and whichever office is chosen handles the case or hands it over (首接负责).
 */
export const address: Question<CompleteApplication['address']> = {
  name: 'address',
  // `sought` is how the township was looked for; it is kept with the draft and says nothing in the application.
  fields: ['basis', 'sought', 'office', 'detail'],
  isAsked: always,
  read: (typed, { offices }) =>
    readTogether<CompleteApplication['address']>({
      basis: readChoice({
        typed,
        field: 'basis',
        choices: ['household', 'residence'],
        problem: 'basis-missing',
      }),
      officeCode: readOffice({ typed, offices }),
      detail: readDetail(typed),
    }),
}

function readOffice({ typed, offices }: { typed: Typed; offices: FormContext['offices'] }): Reading<string> {
  const office = offices.find(({ code }) => code === typed.office)
  if (!office) return problemAt('office', 'office-missing')
  return office.isOpen ? { ok: true, value: office.code } : problemAt('office', 'office-not-open')
}

/** Reads the line below the township: village or community, road and number. */
export function readDetail(typed: Typed): Reading<string> {
  const detail = readTypedText({ raw: typed.detail ?? '', maximumLength: LONGEST_ADDRESS })
  if (!detail.ok) {
    if (detail.failure === 'too-long') return problemAt('detail', 'detail-too-long', detail.details)
    return problemAt('detail', 'detail-forbidden-character')
  }
  if (neverInAnAddress.test(detail.value)) return problemAt('detail', 'detail-forbidden-character')
  return /[\p{L}\p{N}]/u.test(detail.value) ? detail : problemAt('detail', 'detail-empty')
}
