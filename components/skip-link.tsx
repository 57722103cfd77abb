import { useTranslations } from 'next-intl'

/** First stop of the Tab key on every page: past the header, to <main id="main">. */
export function SkipLink() {
  const t = useTranslations('shell')
  return (
    <a
      href="#main"
      className="skip-link absolute -top-40 left-2 z-10 bg-paper px-4 py-3 font-bold focus:top-2"
    >
      {t('skip')}
    </a>
  )
}
