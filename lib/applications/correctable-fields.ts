/** What a correction notice can ask about: the declared facts, and nothing that was never asked. */
export const correctableFields = [
  'applicant-name',
  'applicant-document',
  'other-parent-name',
  'other-parent-document',
  'address',
  'stage',
  'child-birth-date',
  'birth-certificate-number',
] as const

export type CorrectableField = (typeof correctableFields)[number]

export function isCorrectableField(field: string): field is CorrectableField {
  return (correctableFields as readonly string[]).includes(field)
}
