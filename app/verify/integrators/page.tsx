import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BulletList } from '@/components/bullet-list'
import { DataRow, DataTable } from '@/components/data-table'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'
import { environment } from '@/lib/platform/env'
import { answers, verificationLimits } from '@/lib/verification'
import { examplesFor } from './examples'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('integrators')
  return { title: t('title'), description: t('lead') }
}

/** What a programmer of a hospital or insurer wants here: the call to copy, what each answer means, and the limits. */
export default async function IntegratorsPage() {
  const [t, word] = await Promise.all([getTranslations('integrators'), getTranslations('verify.words')])
  const examples = examplesFor({ origin: new URL(environment().PUBLIC_URL).origin })
  const { token, number } = verificationLimits
  const published = [
    ['/api/v1/openapi.json', t('published.openapi')],
    ['/.well-known/jwks.json', t('published.keys')],
    ['/api/v1/status-lists/1', t('published.lists')],
    ['/transparency', t('published.log')],
  ] as const
  return (
    <>
      <PageHeader variant="verifier" path="/verify/integrators" />
      <Page title={t('title')} lead={t('lead')} back={{ href: '/verify', label: t('back') }}>
        <h2>{t('ask.title')}</h2>
        <p>{t('ask.text')}</p>
        <Program label="curl" text={examples.curl} />
        <Program label="JavaScript" text={examples.javascript} />
        <p>{t('ask.purpose')}</p>
        <h2>{t('answers.title')}</h2>
        <DataTable
          caption={t('answers.title')}
          head={[t('answers.answer'), t('answers.fields'), t('answers.do')]}
          stacks
        >
          {answers.map(answer => (
            <DataRow
              key={answer}
              cells={[word(answer), <code key="fields">{FIELDS[answer]}</code>, t(`answers.to.${answer}`)]}
            />
          ))}
        </DataTable>
        <h2>{t('batch.title')}</h2>
        <p>{t('batch.text')}</p>
        <Program label="curl" text={examples.batch} />
        <h2>{t('limits.title')}</h2>
        <BulletList
          items={[
            t('limits.token', { count: token.limit, minutes: token.windowSeconds / 60 }),
            t('limits.number', { count: number.limit, minutes: number.windowSeconds / 60 }),
            t('limits.headers'),
          ]}
        />
        <h2>{t('offline.title')}</h2>
        <p>{t('offline.text')}</p>
        <p>
          {t('offline.reference')} <code className="break-all">docs/reference-verifier/verify.mjs</code>
        </p>
        <h2>{t('published.title')}</h2>
        <BulletList
          items={published.map(([path, words]) => (
            <span key={path}>
              <a href={path}>{path}</a> {words}
            </span>
          ))}
        />
        <h2>{t('privacy.title')}</h2>
        <p>{t('privacy.text')}</p>
      </Page>
      <PageFooter />
    </>
  )
}

/** By which fields of the API's answer each of the six answers is known. */
const FIELDS = {
  valid: 'status: "valid"',
  superseded: 'status: "superseded"',
  revoked: 'status: "revoked"',
  'not-ours': 'reason: "bad_signature", "not_found"',
  unreadable: 'reason: "unreadable", "unsupported"',
  'cannot-tell': 'reason: "unknown_key"; 429, 503',
} as const

/** A program to copy. It scrolls by itself on a narrow screen, also by keyboard. */
function Program({ label, text }: { label: string; text: string }) {
  return (
    <figure className="flow-small">
      <figcaption className="text-small text-ink-soft">{label}</figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="overflow-x-auto rounded-panel border border-line bg-ground p-4 text-small"
      >
        <code>{text}</code>
      </pre>
    </figure>
  )
}
