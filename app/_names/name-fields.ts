/** The fields of the product in which residents write a name. */
export const nameFields = ['name', 'typedName', 'applicant-name', 'other-parent-name'] as const

export type NameFieldName = (typeof nameFields)[number]

export function isNameField(text: string): text is NameFieldName {
  return nameFields.some(field => field === text)
}
