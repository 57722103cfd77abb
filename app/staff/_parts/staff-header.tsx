import { getLocale, getTranslations } from 'next-intl/server'
import { officeName } from '@/components/office-name'
import { PageHeader } from '@/components/page-header'
import type { StaffViewer } from '@/lib/identity'
import { officesOfStaff } from '@/lib/supervision'
import { service } from '../../_service'
import { SignOutButton } from '../../_session/sign-out-button'
import { addressOfPlace, placesOfRole } from './place-of-role'
import { SessionRest } from './session-rest'

/** The header of every staff page: whose office, where one is, who is signed in. */
export async function StaffHeader({ viewer, path }: { viewer: StaffViewer; path: string }) {
  const t = await getTranslations('staff.header')
  const locale = await getLocale()
  const [office, ...others] = await officesOfStaff({ viewer }, service())
  const name = office ? officeName({ office, locale }) : t('noOffice')
  return (
    <>
      <PageHeader
        variant="staff"
        path={path}
        place={others.length > 0 ? t('offices', { name, count: others.length + 1 }) : name}
        links={placesOfRole[viewer.role].map(place => ({
          href: addressOfPlace[place],
          label: t(place),
          current: path === addressOfPlace[place],
        }))}
        account={
          <span className="inline-flex flex-wrap items-center gap-x-3">
            <a href="/staff/account" aria-label={t('account', { name: viewer.name })}>
              {viewer.name}
            </a>
            <SignOutButton staff />
          </span>
        }
      />
      <SessionRest viewer={viewer} path={path} />
    </>
  )
}
