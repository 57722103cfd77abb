import type { PublishedOffice } from '@/lib/applications'

/** What the fields of a question are drawn from; texts are read by each for itself. */
export type QuestionFieldsProps = {
  /** What the draft has for this question. */
  typed: Readonly<Record<string, string>>
  isByProxy: boolean
  viewer: { maskedPhone: string }
  offices: PublishedOffice[]
}
