import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageHeader } from '@/components/page-header'
import { leave } from '../../_session/leave'

type StepPageProps = { path: string; title: string; lead: string; children: ReactNode }

/** The frame of a step of signing in after the password: nothing of the service leads from here but the next step. */
export async function StepPage({ path, title, lead, children }: StepPageProps) {
  const t = await getTranslations('second-factor.signIn')
  return (
    <>
      <PageHeader variant="staff" path={path} />
      <Page title={title} lead={<span className="text-base">{lead}</span>}>
        {children}
        <form action={leave}>
          <input type="hidden" name="staff" value="yes" />
          <Button kind="link">{t('otherAccount')}</Button>
        </form>
      </Page>
    </>
  )
}
