/** A piece of HTML whose texts are escaped. */
export type Html = { readonly markup: string }

type Value = string | number | Html | readonly Html[] | false | null

/**
 * A piece of HTML; every text put into it is escaped, so that nothing that came from outside can become markup.
 * The verifier's answer is built with it, since a page of the framework weighs ten times what it may.
 */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return { markup: strings.map((text, index) => text + markupOf(values[index] ?? null)).join('') }
}

function markupOf(value: Value): string {
  if (value === null || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value))
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, character => escapes[character] ?? '')
}
