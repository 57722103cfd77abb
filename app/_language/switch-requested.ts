/**
 * The header's switches on a question page are buttons of its form, so that what was typed is saved first.
 * The form's action calls this after saving: the address to redirect to, or null for an ordinary submit.
 */
export function switchRequested({ form, back }: { form: FormData; back: string }): string | null {
  const language = form.get('switchLanguage')
  const textSize = form.get('switchTextSize')
  if (typeof language === 'string') return `/language?${new URLSearchParams({ to: language, back })}`
  if (typeof textSize === 'string') return `/large-text?${new URLSearchParams({ to: textSize, back })}`
  return null
}
