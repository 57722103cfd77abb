import type { ReactNode } from 'react'
import type { QuestionName } from '@/lib/applications'
import { WhoAppliesFields } from './01-who-applies'
import { ProxyFields } from './02-proxy'
import { ApplicantFields } from './03-applicant'
import { OtherParentFields } from './04-other-parent'
import { OtherParentDetailsFields } from './05-other-parent-details'
import { AddressFields } from './06-address'
import { StageFields } from './07-stage'
import { ChildFields } from './08-child'
import { CommitmentFields } from './09-commitment'
import type { QuestionFieldsProps } from './question-fields'

/** How each question looks; a question without its fields does not compile. */
export const fieldsOfQuestion: Record<QuestionName, (props: QuestionFieldsProps) => Promise<ReactNode>> = {
  'who-applies': WhoAppliesFields,
  proxy: ProxyFields,
  applicant: ApplicantFields,
  'other-parent': OtherParentFields,
  'other-parent-details': OtherParentDetailsFields,
  address: AddressFields,
  stage: StageFields,
  child: ChildFields,
  commitment: CommitmentFields,
}
