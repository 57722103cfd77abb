import type { ReactNode } from 'react'
import { Page } from '@/components/page'
import type { StaffViewer } from '@/lib/identity'
import { StaffHeader } from './staff-header'

type CalmPageProps = {
  viewer: StaffViewer
  path: string
  title: string
  children: ReactNode
  back?: { href: string; label: string }
}

/** Says why something is not for this person, and what to do instead. */
export function CalmPage({ viewer, path, title, children, back }: CalmPageProps) {
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page title={title} {...(back && { back })}>
        {children}
      </Page>
    </>
  )
}
