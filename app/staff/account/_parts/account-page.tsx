import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Page } from '@/components/page'
import type { StaffViewer } from '@/lib/identity'
import { StaffHeader } from '../../_parts/staff-header'
import { accountPages } from '../addresses'

type AccountPageProps = {
  viewer: StaffViewer
  path: string
  title: string
  lead: string
  children: ReactNode
}

/** The frame of a page behind the own account. */
export async function AccountPage({ viewer, path, title, lead, children }: AccountPageProps) {
  const t = await getTranslations('staff-account')
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page
        title={title}
        lead={<span className="text-base">{lead}</span>}
        {...(path !== accountPages.home && { back: { href: accountPages.home, label: t('toAccount') } })}
      >
        {children}
      </Page>
    </>
  )
}
