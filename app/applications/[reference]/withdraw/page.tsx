import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { allows } from '@/lib/applications'
import { applicationAddress } from '../../_parts/addresses'
import { requireOwnCase } from '../_case/own-case'
import { withdraw } from './withdraw'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('applications.withdraw')
  return { title: t('title') }
}

/** What the person wants here: to be sure what taking it back means, and then to do it or leave it. */
export default async function WithdrawPage({ params }: PageProps<'/applications/[reference]/withdraw'>) {
  const { found } = await requireOwnCase({ params, page: 'withdraw' })
  const { reference, status } = found.application
  const back = applicationAddress({ reference })
  if (!allows({ name: 'withdraw', from: status })) redirect(back)
  const [t, tAll] = await Promise.all([
    getTranslations('applications.withdraw'),
    getTranslations('applications'),
  ])
  return (
    <>
      <ResidentHeader path={applicationAddress({ reference, page: 'withdraw' })} />
      <Page title={t('title')} back={{ href: back }} progress={tAll('reference', { reference })}>
        <p>{t('text')}</p>
        <ActionForm action={withdraw}>
          <input type="hidden" name="reference" value={reference} />
          <Button kind="stop">{t('go')}</Button>
        </ActionForm>
        <p>
          <a href={back} className="link-target">
            {t('keep')}
          </a>
        </p>
      </Page>
      <PageFooter />
    </>
  )
}
