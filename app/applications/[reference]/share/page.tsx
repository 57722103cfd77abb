import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { SHARE_LASTS_DAYS, sharesOfCase } from '@/lib/applications'
import { applicationAddress } from '../../_parts/addresses'
import { requireOwnCase } from '../_case/own-case'
import { LivingShare } from './living-share'
import { NewLink } from './new-link'
import { share } from './share'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('share')
  return { title: t('title') }
}

/** What the person wants here: that mother or husband can look for themselves, and see nothing they need not. */
export default async function SharePage({
  params,
  searchParams,
}: PageProps<'/applications/[reference]/share'>) {
  const { found } = await requireOwnCase({ params, page: 'share' })
  const { reference, id: applicationId } = found.application
  const [t, tAll, shares, { ended }] = await Promise.all([
    getTranslations('share'),
    getTranslations('applications'),
    sharesOfCase(service().db, { applicationId }),
    searchParams,
  ])
  return (
    <>
      <ResidentHeader path={applicationAddress({ reference, page: 'share' })} />
      <Page
        title={t('title')}
        lead={t('lead')}
        back={{ href: applicationAddress({ reference }) }}
        progress={tAll('reference', { reference })}
      >
        {ended === 'yes' && (
          <Notice tone="ok" announced>
            <p>{t('ended')}</p>
          </Notice>
        )}
        <ActionForm action={share}>
          <input type="hidden" name="reference" value={reference} />
          <NewLink
            title={t('made')}
            words={{ send: t('send'), copy: t('copy'), copied: t('copied'), byHand: t('byHand') }}
          />
          <p>{t('lasts', { days: SHARE_LASTS_DAYS })}</p>
          <Button>{t('make')}</Button>
        </ActionForm>
        <section className="flow">
          <h2>{t('listTitle')}</h2>
          {shares.length === 0 && <p>{t('none')}</p>}
          {shares.map((one, index) => (
            <LivingShare key={one.id} share={one} number={index + 1} reference={reference} now={found.now} />
          ))}
        </section>
      </Page>
      <PageFooter />
    </>
  )
}
