import type { FormState } from '@/components/form-state'
import { readWorkingDays } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { textOf } from '../../../../_session/guarded-action'
import { again, caseOfForm, leftEmpty, readTexts } from '../../_case/case-of-form'

/** The field that can mend what an extension or a request for one lacks. */
export const fieldsOfExtension = {
  'reason-missing': 'reason',
  'not-a-number': 'days',
  'too-long': 'days',
  'beyond-statutory': 'days',
} as const

/** What cannot be left empty, and what is said if it is. */
const required = { days: 'not-a-number', reason: 'reason-missing' } as const

type AskedExtension = { reference: string; viewer: StaffViewer; workingDays: number; reason: string }

/** What was typed to extend a deadline or to ask for it, or the form once more. */
export async function readExtension(
  form: FormData,
): Promise<{ asked: AskedExtension } | { problem: FormState }> {
  const ofCase = await caseOfForm(form, 'extension')
  const { texts, errors } = await readTexts(form, ['reason'])
  if (errors.length > 0) {
    return { problem: again(form, [...errors, ...(await leftEmpty(form, { required, ...ofCase }))]) }
  }
  const workingDays = readWorkingDays(textOf({ form, field: 'days' })) ?? 0
  return { asked: { ...ofCase, workingDays, reason: texts.reason } }
}
