import type { CorrectableField } from './correctable-fields'

/**
 * What an office may ask to see, and nothing else: the papers that the registration itself is about. There is no
 * way to ask for a marriage certificate, a pregnancy test or a paper of an employer (国卫办人口发〔2021〕21号).
 */
export const documentsToShow = ['identity-document', 'household-or-residence', 'birth-certificate'] as const
export type DocumentToShow = (typeof documentsToShow)[number]

/** Which paper shows each declared fact. Whether a child is born yet is shown by no paper. */
const documentOfField: Partial<Record<CorrectableField, DocumentToShow>> = {
  'applicant-name': 'identity-document',
  'applicant-document': 'identity-document',
  'other-parent-name': 'identity-document',
  'other-parent-document': 'identity-document',
  address: 'household-or-residence',
  'child-birth-date': 'birth-certificate',
  'birth-certificate-number': 'birth-certificate',
}

/** The paper that shows a fact, or null where none is ever asked for. */
export function documentThatShows(field: CorrectableField): DocumentToShow | null {
  return documentOfField[field] ?? null
}

/** Whether a stored word names such a paper. */
export function isDocumentToShow(word: string | undefined): word is DocumentToShow {
  return documentsToShow.some(known => known === word)
}
