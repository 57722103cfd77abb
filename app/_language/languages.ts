/** The languages that the service speaks; the first is the master and the default. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const LANGUAGE_COOKIE = 'language'

const DEFAULT_LANGUAGE: Language = 'zh-CN'

/** Whether a text from outside names one of our languages. */
export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some(language => language === text)
}

/** The language to answer in: the one chosen (cookie), else the best of Accept-Language (RFC 9110, 12.5.4), else Chinese. */
export function chooseLanguage({
  chosen,
  accepted,
}: {
  chosen: string | undefined
  accepted: string | null
}): Language {
  if (isLanguage(chosen)) return chosen
  for (const range of rangesByPreference(accepted ?? '')) {
    const match = LANGUAGES.find(language => primary(language) === primary(range))
    if (match) return match
  }
  return DEFAULT_LANGUAGE
}

function primary(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase()
}

function rangesByPreference(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map(part => {
      const [range = '', ...parameters] = part.split(';').map(piece => piece.trim())
      const quality = parameters.find(parameter => parameter.startsWith('q='))
      return { range, weight: quality ? Number(quality.slice(2)) : 1 }
    })
    .filter(({ range, weight }) => range !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range)
}
