import type { IdentityDocumentFailure, PersonNameFailure, PhoneFailure } from '@/lib/identity'

/** Everything that the form can ask somebody to change; each has its sentence in messages (apply.problem). */
export type FormProblem =
  | 'who-missing'
  | `name-${PersonNameFailure}`
  | `document-${IdentityDocumentFailure}`
  | 'document-two-given'
  | 'document-choose-kind'
  | 'other-parent-missing'
  | 'other-parent-is-the-applicant'
  | `phone-${PhoneFailure}`
  | 'phone-is-yours'
  | 'phone-is-the-proxys'
  | 'mandate-missing'
  | 'basis-missing'
  | 'office-missing'
  | 'office-not-open'
  | 'detail-empty'
  | 'detail-too-long'
  | 'detail-forbidden-character'
  | 'stage-missing'
  | 'birth-date-empty'
  | 'birth-date-not-a-date'
  | 'birth-date-in-the-future'
  | 'birth-date-too-long-ago'
  | 'certificate-number-wrong-form'
  | 'way-missing'
  | 'way-new-text'
  | 'consent-missing'
