import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { SkipLink } from '@/components/skip-link'
import { WordsProvider } from '@/components/words'
import { wordsForBrowser } from './_language/messages'
import { TEXT_SIZE_COOKIE } from './_language/text-size'
import './styles.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: t('documentTitle'), template: `%s · ${t('serviceName')}` },
    description: t('description'),
    // iOS would turn ID and certificate numbers into telephone links.
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = { themeColor: '#0b5a52' }

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  const [locale, cookieJar] = await Promise.all([getLocale(), cookies()])
  const isLarge = cookieJar.get(TEXT_SIZE_COOKIE)?.value === 'large'
  return (
    <html lang={locale} className={isLarge ? 'large' : undefined} data-scroll-behavior="smooth">
      <body>
        <WordsProvider value={wordsForBrowser(locale)}>
          <SkipLink />
          {children}
        </WordsProvider>
        {/* Names with rare ideographs: a piece of the font comes only where a page has one of its characters, and
            its list stands last, so that no page waits for it. */}
        <link rel="stylesheet" href="/fonts/rare.css" />
      </body>
    </html>
  )
}
