import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataRow, DataTable } from '@/components/data-table'
import { type Language, notificationTemplates, renderNotification } from '@/lib/notifications'
import { environment } from '@/lib/platform/env'
import { adminPages } from '../_room/addresses'
import { AdminPage } from '../_room/admin-page'
import { openRoom } from '../_room/open-room'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.message')
  return { title: t('title') }
}

/** What every message may need, as an example. */
const example = {
  code: '123456',
  count: '3',
  reference: 'HS-2611-24-0017-4',
  link: '/applications/HS-2611-24-0017-4',
}

/** What an administrator wants here: to read what people receive before they do. */
export default async function MessagesPage() {
  const room = await openRoom(adminPages.messages)
  if ('refusal' in room) return room.refusal
  const [t, tNames] = await Promise.all([getTranslations('admin.message'), getTranslations('notices.names')])
  const publicUrl = environment().PUBLIC_URL
  const text = (template: (typeof notificationTemplates)[number], language: Language) => (
    <span key={language} lang={language} className="block min-w-[18rem] break-words">
      {renderNotification({ template, language, values: example, publicUrl })}
    </span>
  )
  return (
    <AdminPage
      viewer={room.viewer}
      path={adminPages.messages}
      title={t('title')}
      lead={t('lead')}
      width="wide"
    >
      <DataTable caption={t('caption')} head={[t('name'), t('chinese'), t('english')]}>
        {notificationTemplates.map(template => (
          <DataRow
            key={template}
            cells={[
              <span key="name" className="block min-w-[8rem]">
                {tNames(template)}
              </span>,
              text(template, 'zh-CN'),
              text(template, 'en'),
            ]}
          />
        ))}
      </DataTable>
    </AdminPage>
  )
}
