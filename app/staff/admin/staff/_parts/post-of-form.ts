/** The offices ticked in a form: fields named `office-<code>`. */
export function officesOfForm(form: FormData): string[] {
  return [...form.keys()]
    .filter(field => /^office-\d{9}$/.test(field))
    .map(field => field.slice('office-'.length))
}

/** At which field each failure of a post is mended. */
export const postFields = {
  'no-such-role': 'role',
  'offices-missing': 'offices',
  'no-such-office': 'offices',
  'not-an-email': 'email',
} as const
