import type { NamedParent } from './complete-application'
import { documentFields } from './document-fields'
import { readDocument, readName } from './person-fields'
import { always, type Question, readTogether } from './question'

/** The applicant: the name and document that the certificate needs, and nothing else about them. */
export const applicant: Question<NamedParent> = {
  name: 'applicant',
  fields: ['name', ...documentFields],
  isAsked: always,
  read: (typed, { today }) =>
    readTogether<NamedParent>({
      name: readName({ typed, field: 'name' }),
      document: readDocument({ typed, today }),
    }),
}
