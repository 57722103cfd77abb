import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import type { StaffViewer } from '@/lib/identity'
import { StaffHeader } from '../../_parts/staff-header'
import { adminPages } from './addresses'

type AdminPageProps = {
  viewer: StaffViewer
  path: string
  title: string
  lead?: ReactNode
  back?: { href: string; label: string }
  /** What was just done. */
  done?: string | null
  width?: 'read' | 'wide'
  children: ReactNode
}

/** The frame of a page of the administration. */
export async function AdminPage({ viewer, path, title, lead, back, done, width, children }: AdminPageProps) {
  const t = await getTranslations('admin')
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page
        title={title}
        {...(lead && { lead: <span className="text-base">{lead}</span> })}
        back={back ?? { href: adminPages.home, label: t('back') }}
        {...(width && { width })}
      >
        {done && (
          <Notice tone="ok" announced>
            <p>{done}</p>
          </Notice>
        )}
        {children}
      </Page>
    </>
  )
}
