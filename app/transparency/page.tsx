import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BulletList } from '@/components/bullet-list'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'
import { SummaryList } from '@/components/summary-list'
import { inGroupsOfFour } from '@/lib/certificates'
import { environment } from '@/lib/platform/env'
import { newestCheckpoint, type PublishedCheckpoint, publishedEntries, readEntry } from '@/lib/transparency'
import { service } from '../_service'

const SHOWN = 10

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('transparency')
  return { title: t('title'), description: t('lead') }
}

/** What the person wants here: to hold the office to what it issued, without having to trust it. */
export default async function TransparencyPage() {
  const t = await getTranslations('transparency')
  const checkpoint = await newestCheckpoint(service())
  return (
    <>
      <PageHeader variant="verifier" path="/transparency" />
      <Page title={t('title')} lead={t('lead')}>
        <h2>{t('what.title')}</h2>
        <p>{t('what.text')}</p>
        <p>{t('what.one')}</p>
        <h2>{t('head.title')}</h2>
        {checkpoint ? <Head checkpoint={checkpoint} /> : <p>{t('head.none')}</p>}
        <h2>{t('check.title')}</h2>
        <p>{t('check.keep')}</p>
        <p>
          {t('check.run')} <code className="break-all">npm run verify-log -- {environment().PUBLIC_URL}</code>
        </p>
        <p>{t('check.proof')}</p>
        {checkpoint && <NewestEntries size={checkpoint.size} />}
        <h2>{t('files.title')}</h2>
        <BulletList
          items={[
            <a key="checkpoint" href="/transparency/checkpoint">
              {t('files.checkpoint')}
            </a>,
            <a key="entries" href="/transparency/entries?from=0">
              {t('files.entries')}
            </a>,
            <a key="keys" href="/.well-known/jwks.json">
              {t('files.keys')}
            </a>,
          ]}
        />
      </Page>
      <PageFooter />
    </>
  )
}

async function Head({ checkpoint: { size, root, signedAt } }: { checkpoint: PublishedCheckpoint }) {
  const t = await getTranslations('transparency.head')
  return (
    <SummaryList
      rows={[
        { term: t('size'), value: size },
        { term: t('root'), value: <code className="break-all">{root}</code> },
        { term: t('signedAt'), value: <Moment instant={signedAt} withSeconds /> },
      ]}
    />
  )
}

async function NewestEntries({ size }: { size: number }) {
  const t = await getTranslations('transparency.newest')
  const from = Math.max(0, size - SHOWN)
  const entries = await publishedEntries({ from, count: size - from }, service())
  const head = (['place', 'event', 'number', 'at'] as const).map(column => t(`columns.${column}`))
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <DataTable caption={t('title')} head={head} stacks>
        {entries.reverse().map(({ index, entry }) => {
          const read = readEntry(entry)
          if (!read) return null
          return (
            <DataRow
              key={index}
              cells={[
                t('place', { index: index + 1 }),
                t(`event.${read.event}`),
                inGroupsOfFour(read.number),
                <Moment key="at" instant={read.at} />,
              ]}
            />
          )
        })}
      </DataTable>
    </section>
  )
}
