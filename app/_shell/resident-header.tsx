import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { SignOutButton } from '../_session/sign-out-button'
import { currentViewer } from '../_session/viewer'
import { AssistanceBar } from './assistance-bar'

/** The header of every resident page: one's applications and the way out, or the way in. */
export async function ResidentHeader({ path, languageForm }: { path: string; languageForm?: string }) {
  const t = await getTranslations('home.header')
  const viewer = await currentViewer()
  const isResident = viewer?.kind === 'resident'
  if (viewer?.kind === 'staff' && path.startsWith('/apply')) {
    return (
      <>
        <PageHeader
          variant="staff"
          path={path}
          links={[]}
          account={viewer.name}
          {...(languageForm ? { languageForm } : {})}
        />
        <AssistanceBar viewer={viewer} />
      </>
    )
  }
  const links = isResident
    ? [{ href: '/applications', label: t('applications'), current: path === '/applications' }]
    : [{ href: `/sign-in?${new URLSearchParams({ back: path })}`, label: t('signIn') }]
  return (
    <PageHeader
      variant="resident"
      path={path}
      links={path === '/sign-in' ? [] : links}
      account={isResident ? <SignOutButton /> : undefined}
      {...(languageForm ? { languageForm } : {})}
    />
  )
}
