import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { type PublishedOffice, publishedOffices } from '@/lib/applications'
import { findOffices } from '@/lib/offices'
import { readTypedText } from '@/lib/platform/typed-text'
import { Counties } from './_parts/counties'
import { OfficeEntry } from './_parts/office-entry'
import { OfficeSearch } from './_parts/office-search'

const LONGEST_SEARCH = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices')
  return { title: t('title') }
}

/** What the person wants here: the address, phone and hours of the office for their place, however they write it. */
export default async function OfficesPage({ searchParams }: PageProps<'/offices'>) {
  const [t, { q }, offices] = await Promise.all([
    getTranslations('offices'),
    searchParams,
    publishedOffices(service().db),
  ])
  const typed = readTypedText({ raw: typeof q === 'string' ? q : '', maximumLength: LONGEST_SEARCH })
  const sought = typed.ok ? typed.value : ''
  return (
    <>
      <ResidentHeader path={sought ? `/offices?${new URLSearchParams({ q: sought })}` : '/offices'} />
      <Page title={t('title')} lead={t('lead', { count: offices.length })} back={{ href: '/guide' }}>
        <OfficeSearch sought={sought} />
        {sought !== '' && <Found sought={sought} found={findOffices({ sought, offices })} />}
        <h2>{t('all')}</h2>
        <p>{t('anyOffice')}</p>
        <Counties offices={offices} />
      </Page>
      <PageFooter />
    </>
  )
}

async function Found({ sought, found }: { sought: string; found: PublishedOffice[] }) {
  const t = await getTranslations('offices')
  if (found.length === 0) {
    return (
      <Notice tone="warn" title={t('nothing.title', { sought })} announced>
        <p>{t.rich('nothing.text', { call: words => <a href="tel:12345">{words}</a> })}</p>
      </Notice>
    )
  }
  return (
    <section className="flow">
      <h2 role="status">{t('found', { count: found.length })}</h2>
      <ul className="flow">
        {found.map(office => (
          <li key={office.code} className="border-l-4 border-brand pl-4">
            <OfficeEntry office={office} />
          </li>
        ))}
      </ul>
    </section>
  )
}
