import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { certificatesWaiting } from '@/lib/certificates'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../../_service'
import { adminPages } from '../_room/addresses'
import { AdminPage } from '../_room/admin-page'
import { openRoom } from '../_room/open-room'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.characters')
  return { title: t('title') }
}

/** What an administrator wants here: to know which characters a font is missing for, and who waits for them. */
export default async function CharactersPage() {
  const room = await openRoom(adminPages.characters)
  if ('refusal' in room) return room.refusal
  const { db } = service()
  const [t, now, waiting] = await Promise.all([
    getTranslations('admin.characters'),
    serviceNow(db),
    certificatesWaiting(db),
  ])
  return (
    <AdminPage
      viewer={room.viewer}
      path={adminPages.characters}
      title={t('title')}
      lead={t('lead')}
      width="wide"
    >
      {waiting.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <DataTable caption={t('title')} head={[t('reference'), t('missing'), t('since')]} stacks>
          {waiting.map(({ reference, characters, since }) => (
            <DataRow
              key={reference}
              cells={[reference, characters.join(' '), <Moment key="since" instant={since} now={now} />]}
            />
          ))}
        </DataTable>
      )}
      <p className="max-w-read">{t('whatToDo')}</p>
    </AdminPage>
  )
}
