import {
  type CorrectableField,
  type DocumentToShow,
  isCorrectableField,
  isDocumentToShow,
  type OwnCase,
} from '@/lib/applications'

export type AskedFor = { field: CorrectableField; what: string; document: DocumentToShow }

/** The papers that the correction notice asks to see, each with the office's words. */
export function documentsAskedFor({ notice }: OwnCase): AskedFor[] {
  return (notice?.items ?? []).flatMap(({ field, what, document }) =>
    isCorrectableField(field) && isDocumentToShow(document) ? [{ field, what, document }] : [],
  )
}
