import type { Locale } from 'next-intl'

/** An office's name in the language of the page. */
export function officeName({
  office,
  locale,
}: {
  office: { name: string; nameEnglish: string }
  locale: Locale
}): string {
  return locale === 'en' ? office.nameEnglish : office.name
}
