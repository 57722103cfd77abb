import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { reasonInLanguage } from '@/app/_case/reason-in-language'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { Tag } from '@/components/tag'
import { allReasonVersions } from '@/lib/administration'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../../_service'
import { adminPages, reasonAddress } from '../_room/addresses'
import { AdminPage } from '../_room/admin-page'
import { openRoom } from '../_room/open-room'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.reason')
  return { title: t('title') }
}

/** What an administrator wants here: to see the catalogue with its history, and to publish a better wording. */
export default async function ReasonsPage({ searchParams }: PageProps<'/staff/admin/reasons'>) {
  const room = await openRoom(adminPages.reasons)
  if ('refusal' in room) return room.refusal
  const { db } = service()
  const [t, locale, now, reasons] = await Promise.all([
    getTranslations('admin.reason'),
    getLocale(),
    serviceNow(db),
    allReasonVersions(db),
  ])
  const { done } = await searchParams
  const head = [t('name'), t('version'), t('published'), t('state'), t('edit')]
  return (
    <AdminPage
      viewer={room.viewer}
      path={adminPages.reasons}
      title={t('title')}
      lead={t('lead')}
      width="wide"
      done={done === 'published' ? t('publishedDone') : done === 'retired' ? t('retiredDone') : null}
    >
      <DataTable caption={t('caption')} head={head}>
        {reasons.map((reason, index) => {
          const isLatest = reasons[index - 1]?.code !== reason.code
          const { title } = reasonInLanguage({ reason, locale })
          return (
            <DataRow
              key={reason.id}
              cells={[
                title,
                t('versionNumber', { version: reason.version }),
                <Moment key="published" instant={reason.publishedAt} now={now} />,
                <Tag key="state" tone={reason.retiredAt ? 'neutral' : 'ok'}>
                  {t(reason.retiredAt ? 'retired' : 'inForce')}
                </Tag>,
                isLatest && (
                  <a key="edit" href={reasonAddress(reason)} aria-label={t('editOf', { name: title })}>
                    {t('edit')}
                  </a>
                ),
              ]}
            />
          )
        })}
      </DataTable>
    </AdminPage>
  )
}
