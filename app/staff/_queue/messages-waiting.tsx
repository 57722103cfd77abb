import { getTranslations } from 'next-intl/server'
import type { StaffViewer } from '@/lib/identity'
import { countMessagesToAnswer } from '@/lib/messages'
import { service } from '../../_service'

/** The way to the applicants who wrote and wait, as long as there are any. */
export async function MessagesWaiting({ viewer }: { viewer: StaffViewer }) {
  const [t, count] = await Promise.all([
    getTranslations('correspondence.list'),
    countMessagesToAnswer({ viewer }, service()),
  ])
  if (count === 0) return null
  return (
    <p>
      <a href="/staff/messages" className="link-target">
        {t('link', { count })}
      </a>
    </p>
  )
}
