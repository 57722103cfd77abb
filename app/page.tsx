import { getTranslations } from 'next-intl/server'
import { BulletList } from '@/components/bullet-list'
import { ButtonLink } from '@/components/button'
import { Facts } from '@/components/facts'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { answerIfAppliedNow } from '@/lib/deadlines'
import { service } from './_service'
import { currentViewer } from './_session/viewer'
import { ResidentHeader } from './_shell/resident-header'
import { GuideSearch } from './guide/_parts/guide-search'

const QUICK = [
  { key: 'call', href: 'tel:12345' },
  { key: 'verify', href: '/verify' },
  { key: 'offices', href: '/offices' },
] as const

/** What the person wants here: to know in one screen what this is, whether it costs anything, and to start. */
export default async function HomePage({ searchParams }: PageProps<'/'>) {
  const [t, { dueAt, now }, { done }, viewer] = await Promise.all([
    getTranslations('home'),
    answerIfAppliedNow(service()),
    searchParams,
    currentViewer(),
  ])
  return (
    <>
      <ResidentHeader path="/" />
      <Page title={t('title')} lead={t('lead')} width="wide">
        {done === 'account-erased' && !viewer && (
          <Notice tone="ok" announced>
            <p>{t('accountErased')}</p>
          </Notice>
        )}
        <ButtonLink href="/apply">{t('start')}</ButtonLink>
        <nav aria-label={t('quick.title')}>
          <ul className="flex flex-wrap items-center gap-x-4 text-small">
            <li>
              {t('started')}
              <a href="/applications" className="link-target">
                {t('continue')}
              </a>
            </li>
            {QUICK.map(({ key, href }) => (
              <li key={key}>
                <a href={href} className="link-target">
                  {t(`quick.${key}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Facts
          facts={[
            { term: t('facts.time'), value: t('facts.minutes') },
            { term: t('facts.cost'), value: t('facts.free') },
            { term: t('facts.papers'), value: t('facts.none') },
            { term: t('facts.answer'), value: <Moment instant={dueAt} now={now} byName={false} /> },
          ]}
        />
        <div className="flow max-w-read">
          <GuideSearch />
          <h2>{t('notNeeded.title')}</h2>
          <p>{t('notNeeded.text')}</p>
          <h2>{t('lapse.title')}</h2>
          <p>{t.rich('lapse.text', { strong: words => <strong>{words}</strong> })}</p>
          <BulletList
            items={[
              <a key="guide" href="/guide">
                {t('links.guide')}
              </a>,
              <a key="reasons" href="/guide#reasons">
                {t('links.reasons')}
              </a>,
              <a key="print" href="/print">
                {t('links.print')}
              </a>,
            ]}
          />
        </div>
      </Page>
      <PageFooter />
    </>
  )
}
