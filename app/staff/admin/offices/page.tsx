import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataRow, DataTable } from '@/components/data-table'
import { officeName } from '@/components/office-name'
import { Tag } from '@/components/tag'
import { byCounty, publishedOffices } from '@/lib/applications'
import { service } from '../../../_service'
import { adminPages, officeAddress } from '../_room/addresses'
import { AdminPage } from '../_room/admin-page'
import { openRoom } from '../_room/open-room'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.office')
  return { title: t('title') }
}

/** What an administrator wants here: the office whose phone or hours have changed. */
export default async function OfficesPage() {
  const room = await openRoom(adminPages.offices)
  if ('refusal' in room) return room.refusal
  const [t, locale, offices] = await Promise.all([
    getTranslations('admin.office'),
    getLocale(),
    publishedOffices(service().db),
  ])
  const head = [t('name'), t('phone'), t('address'), t('hours'), t('staff'), t('edit')]
  return (
    <AdminPage
      viewer={room.viewer}
      path={adminPages.offices}
      title={t('title')}
      lead={t('hoursNote')}
      width="wide"
    >
      {byCounty(offices).map(group => {
        const county = (locale === 'en' ? group[0]?.countyNameEnglish : group[0]?.countyName) ?? ''
        return (
          <section key={county} className="flow-small">
            <h2>{county}</h2>
            <DataTable caption={t('caption', { county })} head={head}>
              {group.map(office => {
                const name = officeName({ office, locale })
                return (
                  <DataRow
                    key={office.code}
                    cells={[
                      <span key="name" className="block min-w-[8rem]">
                        {name}
                      </span>,
                      <span key="phone" className="whitespace-nowrap">
                        {office.phone}
                      </span>,
                      <span key="address" className="block min-w-[14rem]">
                        {office.address}
                      </span>,
                      <span key="hours" className="whitespace-nowrap">
                        {hoursOf(office)}
                      </span>,
                      <Tag key="staff" tone={office.isOpen ? 'ok' : 'neutral'}>
                        {t(office.isOpen ? 'withStaff' : 'withoutStaff')}
                      </Tag>,
                      <a key="edit" href={officeAddress(office)} aria-label={t('change', { name })}>
                        {t('edit')}
                      </a>,
                    ]}
                  />
                )
              })}
            </DataTable>
          </section>
        )
      })}
    </AdminPage>
  )
}

function hoursOf(office: {
  opensAt: string
  middayFrom: string
  middayTo: string
  closesAt: string
}): string {
  const { opensAt, middayFrom, middayTo, closesAt } = office
  const [opens, from, to, closes] = [opensAt, middayFrom, middayTo, closesAt].map(time => time.slice(0, 5))
  return from === to ? `${opens}–${closes}` : `${opens}–${from} ${to}–${closes}`
}
