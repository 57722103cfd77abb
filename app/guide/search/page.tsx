import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { type FoundSection, searchGuide } from '@/lib/guide'
import { readTypedText } from '@/lib/platform/typed-text'
import { GuideSearch } from '../_parts/guide-search'

const LONGEST_SEARCH = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guide-search')
  return { title: t('title'), robots: { index: false } }
}

/** What the person wants here: the place in the guide that answers a question put in everyday words. */
export default async function GuideSearchPage({ searchParams }: PageProps<'/guide/search'>) {
  const [t, { words = '' }] = await Promise.all([getTranslations('guide-search'), searchParams])
  const typed = readTypedText({ raw: words, maximumLength: LONGEST_SEARCH })
  const sought = typed.ok ? typed.value : ''
  return (
    <>
      <ResidentHeader
        path={sought ? `/guide/search?${new URLSearchParams({ words: sought })}` : '/guide/search'}
      />
      <Page title={t('title')} lead={t('lead')} back={{ href: '/guide' }}>
        <GuideSearch sought={sought} />
        {typed.ok ? sought !== '' && <Answer sought={sought} /> : <Wrong why={typed.failure} />}
      </Page>
      <PageFooter />
    </>
  )
}

async function Answer({ sought }: { sought: string }) {
  if (!/[\p{L}\p{N}]/u.test(sought)) return <Wrong why="no-words" />
  const [t, locale] = await Promise.all([getTranslations('guide-search'), getLocale()])
  const language = locale === 'en' ? 'en' : 'zh-CN'
  const found = await searchGuide({ db: service().db, language, sought })
  if (found.length === 0) {
    return (
      <Notice tone="warn" title={t('nothing.title')} announced>
        <p>
          {t.rich('nothing.text', {
            call: words => <a href="tel:12345">{words}</a>,
            offices: words => <a href="/offices">{words}</a>,
          })}
        </p>
      </Notice>
    )
  }
  return (
    <section className="flow">
      <h2 role="status">{t('found', { count: found.length })}</h2>
      <ul className="flow">
        {found.map(section => (
          <li key={section.anchor} className="border-l-4 border-brand pl-4">
            <Found section={section} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Found({ section: { anchor, title, excerpt } }: { section: FoundSection }) {
  return (
    <>
      <h3>
        <a href={`/guide#${anchor}`} className="link-target">
          {title}
        </a>
      </h3>
      <p>
        {excerpt.map(({ text, marked }, index) => {
          const key = `${index} ${text}`
          return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
        })}
      </p>
    </>
  )
}

async function Wrong({ why }: { why: 'too-long' | 'not-text' | 'forbidden-character' | 'no-words' }) {
  const t = await getTranslations('guide-search')
  return (
    <Notice tone="warn" announced>
      <p>{t(`wrong.${why}`)}</p>
    </Notice>
  )
}
