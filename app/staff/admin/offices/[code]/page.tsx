import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import { TextField } from '@/components/text-field'
import { publishedOffices } from '@/lib/applications'
import { service } from '../../../../_service'
import { adminPages, officeAddress } from '../../_room/addresses'
import { AdminPage } from '../../_room/admin-page'
import { openRoom } from '../../_room/open-room'
import { change } from './change'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.office')
  return { title: t('title') }
}

const hours = ['opensAt', 'middayFrom', 'middayTo', 'closesAt'] as const

/** What an administrator wants here: to put an office's contact and hours right. */
export default async function OfficePage({ params, searchParams }: PageProps<'/staff/admin/offices/[code]'>) {
  const { code } = await params
  const path = officeAddress({ code })
  const room = await openRoom(path)
  if ('refusal' in room) return room.refusal
  const [t, locale, offices] = await Promise.all([
    getTranslations('admin.office'),
    getLocale(),
    publishedOffices(service().db),
  ])
  const office = offices.find(known => known.code === code)
  if (!office) notFound()
  return (
    <AdminPage
      viewer={room.viewer}
      path={path}
      title={officeName({ office, locale })}
      lead={t('lead')}
      back={{ href: adminPages.offices, label: t('title') }}
      done={(await searchParams).done === 'saved' ? t('saved') : null}
    >
      <KeptForm action={change} keeps="change-office" page={path}>
        <input type="hidden" name="code" value={code} />
        <TextField
          name="phone"
          label={t('phone')}
          defaultValue={office.phone}
          inputMode="tel"
          maxLength={30}
        />
        <TextField
          name="address"
          label={t('address')}
          defaultValue={office.address}
          width="full"
          maxLength={100}
        />
        <Notice>
          <p>{t('hoursNote')}</p>
        </Notice>
        <div className="grid gap-4 sm:grid-cols-4">
          {hours.map(name => (
            <TextField
              key={name}
              name={name}
              label={t(name)}
              hint={t('timeHint')}
              defaultValue={office[name].slice(0, 5)}
              width="short"
              maxLength={5}
            />
          ))}
        </div>
        <Button>{t('save')}</Button>
      </KeptForm>
    </AdminPage>
  )
}
