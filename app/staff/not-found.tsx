import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { currentViewer } from '../_session/viewer'
import { placeOfRole } from './_parts/place-of-role'
import { StaffHeader } from './_parts/staff-header'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell.notFound')
  return { title: t('title') }
}

/** What a member of staff wants here: to get from a mistyped number or an old bookmark back to their own work. */
export default async function NotFound() {
  const [t, viewer] = await Promise.all([getTranslations('staff.notFound'), currentViewer()])
  const member = viewer?.kind === 'staff' ? viewer : null
  const hasQueue = member !== null && placeOfRole[member.role] === '/staff'
  return (
    <>
      {member && <StaffHeader viewer={member} path="/staff" />}
      <Page title={t('title')} lead={t(hasQueue ? 'leadToQueue' : 'lead')}>
        <p>
          <ButtonLink href={member ? placeOfRole[member.role] : '/staff/sign-in'}>
            {t(member ? 'back' : 'signIn')}
          </ButtonLink>
        </p>
      </Page>
    </>
  )
}
