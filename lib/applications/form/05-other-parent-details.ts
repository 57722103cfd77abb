import type { DraftAnswers } from '@/db/schema/applications'
import { readPhoneNumber } from '@/lib/identity'
import { applicant } from './03-applicant'
import { namesOtherParent } from './04-other-parent'
import type { CompleteApplication } from './complete-application'
import { documentFields } from './document-fields'
import { readDocument, readName } from './person-fields'
import {
  type FormContext,
  problemAt,
  type Question,
  type Reading,
  readTogether,
  type Typed,
} from './question'

type OtherParent = NonNullable<CompleteApplication['otherParent']>

/** The other parent, who confirms on their own phone before anything about them is printed (DESIGN §6). */
export const otherParentDetails: Question<OtherParent> = {
  name: 'other-parent-details',
  fields: ['name', ...documentFields, 'phone'],
  isAsked: namesOtherParent,
  read: (typed, context) => {
    const read = readTogether<OtherParent>({
      name: readName({ typed, field: 'name' }),
      document: readDocument({ typed, today: context.today }),
      phone: readTheirPhone({ typed, residentPhone: context.residentPhone }),
    })
    return read.ok && isTheApplicant({ other: read.value, context })
      ? problemAt(typed.idNumber?.trim() ? 'idNumber' : 'otherNumber', 'other-parent-is-the-applicant')
      : read
  },
}

function readTheirPhone({ typed, residentPhone }: { typed: Typed; residentPhone: string }): Reading<string> {
  const phone = readPhoneNumber(typed.phone ?? '')
  if (!phone.ok) return problemAt('phone', `phone-${phone.failure}`)
  return phone.value === residentPhone ? problemAt('phone', 'phone-is-yours') : phone
}

/** Nobody is their own other parent: the same document on both sides is a slip of the hand. */
function isTheApplicant({
  other,
  context,
}: {
  other: OtherParent
  context: FormContext & { answers: DraftAnswers }
}): boolean {
  const first = applicant.read(context.answers.applicant ?? {}, context)
  return first.ok && first.value.document.number === other.document.number
}
