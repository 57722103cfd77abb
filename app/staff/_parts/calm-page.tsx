import type { ReactNode } from 'react'
import { Page } from '@/components/page'
import type { StaffViewer } from '@/lib/identity'
import { recordSecurityEvent } from '@/lib/platform/security-log'
import { StaffHeader } from './staff-header'

type CalmPageProps = {
  /** Whether it is never this person's, which is written down (ASVS 16.3.2), or only not now. */
  because: 'not-permitted' | 'not-now'
  viewer: StaffViewer
  path: string
  title: string
  children: ReactNode
  back?: { href: string; label: string }
}

/** Says why something is not for this person, and what to do instead. */
export function CalmPage({ because, viewer, path, title, children, back }: CalmPageProps) {
  if (because === 'not-permitted')
    recordSecurityEvent({ event: 'not-permitted', staffId: viewer.staffId, path })
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page title={title} {...(back && { back })}>
        {children}
      </Page>
    </>
  )
}
