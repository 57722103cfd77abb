import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { ResidentHeader } from '../../_shell/resident-header'

type AccountPageProps = {
  path: string
  title: string
  lead?: string
  back?: { href: string; label: string }
  children: ReactNode
}

/** The frame of a page behind the account. */
export async function AccountPage({ path, title, lead, back, children }: AccountPageProps) {
  const t = await getTranslations('account')
  return (
    <>
      <ResidentHeader path={path} />
      <Page title={title} {...(lead && { lead })} back={back ?? { href: '/account', label: t('title') }}>
        {children}
      </Page>
      <PageFooter />
    </>
  )
}
