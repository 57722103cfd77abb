import { useTranslations } from 'next-intl'

/** Who answers, and the pages that every public service owes its users. */
export function PageFooter() {
  const t = useTranslations('shell.footer')
  return (
    <footer className="mt-auto border-t border-line bg-ground text-small">
      <div className="mx-auto flex w-full max-w-page flex-wrap in-[:has(>[data-variant=staff])]:max-w-staff items-center gap-x-6 px-4 py-4">
        <a href="tel:12345" className="link-target">
          {t('hotline')}
        </a>
        <a href="/privacy" className="link-target">
          {t('privacy')}
        </a>
        <a href="/accessibility" className="link-target">
          {t('accessibility')}
        </a>
        <span className="py-2 text-ink-soft">{t('answers')}</span>
      </div>
    </footer>
  )
}
